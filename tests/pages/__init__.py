"""Pages and texts that reading is measured on: invented stories in the shapes that news comes in."""
