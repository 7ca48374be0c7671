"""Every error petakan raises on purpose.

    PetakanError                     base: catch this one
    ├── ArticleError                 an article cannot be read        (also ValueError)
    │   └── EncodingError            its bytes are no text petakan knows (also UnicodeError)
    ├── GoldError                    gold annotations cannot be read, or do not fit their texts (also ValueError)
    ├── CorrectionError              corrections cannot be read, or ask for what cannot be (also ValueError)
    ├── ProjectError                 a project file cannot be read    (also ValueError)
    ├── GazetteerError               the gazetteer cannot answer
    │   ├── GazetteerMissingError    its file is not there            (also FileNotFoundError)
    │   ├── GazetteerFormatError     its file is broken or of another version (also ValueError)
    │   └── SourceError              a build input is missing or broken (also ValueError)
    ├── CoordinateError              a longitude or latitude that cannot be (also ValueError)
    ├── PolicyError                  something tried to pass the public-level policy by (also TypeError)
    ├── StoryError                   a storyline cannot be used        (also ValueError)
    ├── OutputError                  a result cannot be written       (also OSError)
    ├── MissingExtraError            a library of an extra is not installed (also ImportError)
    ├── OnlineError                  an online geocoder does not answer (also OSError)
    └── PageError                    the page cannot be made offline
        └── NotVendoredError         folium asked for a file that is not shipped (also LookupError)

A message says what, where and what next, in one line: ``berita.txt: no text; is it the right file?``.
"""


class PetakanError(Exception):
    """Base of all errors that petakan raises on purpose."""


class ArticleError(PetakanError, ValueError):
    """An article cannot be read; the message names the file."""


class EncodingError(ArticleError, UnicodeError):
    """The bytes of an article are not text in an encoding that petakan reads."""


class GoldError(PetakanError, ValueError):
    """Gold annotations cannot be read, or do not fit their texts; the message names the file and the row."""


class CorrectionError(PetakanError, ValueError):
    """Corrections cannot be read, or ask for what cannot be; the message names the file and the row."""


class ProjectError(PetakanError, ValueError):
    """A project file cannot be read; the message names the file and the key."""


class GazetteerError(PetakanError):
    """The gazetteer cannot answer."""


class GazetteerMissingError(GazetteerError, FileNotFoundError):
    """There is no gazetteer file where one was looked for."""


class GazetteerFormatError(GazetteerError, ValueError):
    """The gazetteer file is damaged, or was made by another version."""


class SourceError(GazetteerError, ValueError):
    """A source from which a gazetteer is built is missing or broken."""


class CoordinateError(PetakanError, ValueError):
    """A longitude or latitude is not finite or out of range."""


class PolicyError(PetakanError, TypeError):
    """Something tried to publish a place without the public-level policy."""


class StoryError(PetakanError, ValueError):
    """A storyline cannot be used; the message names its file and line."""


class OutputError(PetakanError, OSError):
    """A result cannot be written where it was asked for."""


class MissingExtraError(PetakanError, ImportError):
    """What is asked for needs a library that is not installed; the message says how to install it."""


class OnlineError(PetakanError, OSError):
    """An online geocoder cannot be asked, or does not answer as it should; the message names the service."""


class PageError(PetakanError):
    """The page cannot be made."""


class NotVendoredError(PageError, LookupError):
    """folium asked for a script or style sheet that petakan does not ship."""
