"""How the lines begin that stand around a news article: the words of "read also", of forms, notices and menus.

Patterns only; what is masked because of them, and how far, says ``geo.boilerplate``.
"""

import re
from typing import Final

_FLAGS: Final = re.VERBOSE | re.IGNORECASE
BULLET: Final = r"[ \t>*_#»›•▪–—\[(-]*"
"""What may stand before the words of a line: bullets, quotation and emphasis of Markdown, brackets."""

STRONG: Final = re.compile(
    rf"""{BULLET}(?:
      # other pages
      baca\s+(?:juga|selengkapnya|artikel) | lihat\s+juga\b
    | simak\s+(?:juga|berita|video|selengkapnya|breaking|artikel|update)
    | (?:saksikan|tonton)\s+(?:juga|video) | read\s+(?:more|also)\b | continue\s+reading\b | lanjutkan\s+membaca\b
    | halaman\s+(?:selanjutnya|berikutnya|sebelumnya)\b | artikel\s+(?:terkait|sebelumnya|selanjutnya|berikutnya)
    | artikel\s+ini\s+(?:telah|sudah|pertama)\s+.{{0,20}}(?:tayang|terbit)
    | this\s+(?:article|story)\s+(?:was\s+)?(?:first|originally)\s+(?:appeared|published)
      # the page itself
    | scroll\s+(?:to\s+continue|untuk\s+melanjutkan) | gulir\s+(?:untuk|ke\s+bawah) | skip\s+to\s+(?:main\s+)?content
    | (?:lewati|langsung)\s+ke\s+(?:isi|konten) | (?:content|story|article)\s+continues\s+below
    | diposting\s+(?:pada|oleh) | posted\s+(?:on|by|in)\b | pilihan\s+editor | foto\s+lainnya\b | video\s*:\s
      # comments
    | leave\s+a\s+(?:reply|comment)\b | tinggalkan\s+(?:balasan|komentar) | your\s+email\s+address\b
    | alamat\s+email\s+anda\b | save\s+my\s+name\b | simpan\s+nama(?:\s+saya)?,\s | (?:tulis|kirim|beri)\s+komentar
    | required\s+fields\s+are | ruas\s+yang\s+wajib
      # follow, join, subscribe
    | fakta\s+atau\s+hoaks\b | share\s+(?:this|on)\b | sign\s+up\s+(?:for|to)\b | follow\s+us\b
    | (?:top|bottom)\s+of\s+form
    | ikuti\s+(?:kami|terus\s+berita|berita\b.{{0,60}}\bdi|(?:saluran|channel|kanal|akun)\b)
    | dapatkan\s+(?:update\s+)?(?:berita|breaking)\b | cek\s+(?:berita|artikel)\b | (?:unduh|download)\s+aplikasi\b
    | (?:mari|ayo|yuk)\b.{{0,20}}\bgabung | gabung\s+(?:di|ke|dengan)\s+(?:grup|group|channel|saluran|kanal)\b
    | (?:join|follow)\s+our\s+(?:channel|whatsapp|telegram|newsletter)\b | get\s+(?:our|the)\s+.{{0,30}}newsletter
    | berlangganan\s+(?:newsletter|buletin)\b
      # notices
    | (?:kami|situs(?:\s+web)?\s+ini|laman\s+ini)\s+menggunakan\s+cookie
    | (?:we|this\s+(?:web)?site|our\s+(?:web)?site)\s+uses?\s+cookies? | by\s+(?:continuing|using)\b.{{0,60}}\bcookies?
    | dengan\s+(?:melanjutkan|menggunakan)\b.{{0,60}}\bcookie | accept\s+(?:all\s+)?cookies? | terima\s+semua\s+cookie
    | dilarang\b.{{0,40}}(?:mengambil|menyalin|mengutip|menyebarluaskan)\b.{{0,80}}(?:konten|isi|berita|izin)
    | (?:hak\s+cipta|copyright)\b.{{0,60}}(?:©|\(c\)|\d{{4}}|dilindungi|reserved) | (?:©|\(c\))\s*\d{{4}}
    )""",
    _FLAGS,
)
"""Lines that are never the article."""

WEAK: Final = re.compile(
    rf"""{BULLET}(?:
      (?:close\s+panel|batalkan|tutup|free\s+newsletter|after\s+newsletter\s+promotion|reuse\s+this\s+content)\s*$
    | image\s+(?:source|caption)\s*,.* | promosi\s+\d+\s*$ | advertisement\b | iklan\b\s*$ | copyright\b | hak\s+cipta\b
    | see\s+also\b | related\s*: | subscribe\b
    | bagikan\s*(?:$|:|ke\b|di\b|artikel\b|berita\b) | tags?\s*:? (?:\s|$) | tagar\s*: | topik\s*(?:terkait)?\s*:
    | kategori\s*: | categor(?:y|ies)\s*: | (?:waktu\s+)?(?:baca|read(?:ing)?)\s+(?:time\s*:?\s*)?\d+\s+(?:menit|min)
    | \d+\s+(?:menit\s+(?:baca|membaca)|min(?:ute)?s?\s+read) | dibaca\s*:?\s*[\d.,]+ (?:\s+kali|x)?
    | (?:next|previous|prev)\s+(?:page|article|post|story)\b | pos\s+(?:sebelumnya|berikutnya) | navigasi\s+pos
    | post\s+navigation | (?:kembali\s+ke|back\s+to)\s+(?:atas|top|beranda|home) | load\s+more | muat\s+lebih
    | lihat\s+(?:semua|selengkapnya) | ukuran\s+(?:font|huruf) | font\s+size | a\s*\+\s*a\s*- | perbesar\s*$
    | (?:sumber|halaman)\s*:?\s*\d(?:\s*\d)*\s*$ | selengkapnya\s*(?:>|»|\.\.\.|…)*\s*$ | all\s+rights\s+reserved
    | google\s+news\b | promoted\b | sponsored\b | konten\s+promosi | advertorial\s*$ | pasang\s+iklan
    | log\s?in\b | sign\s+in\b | masuk\s*$ | daftar\s*$ | cari\s*$ | search\s*$ | menu\s*$ | loading
    | memuat\s*(?:\.|…|$)
    | (?:nama|name|email|e-mail|website|situs\s+web|comment|komentar)\s*\*
    )""",
    _FLAGS,
)
"""Lines that are not the article where they are short and no sentence."""

HEADING: Final = re.compile(
    rf"""{BULLET}(?:
      baca\s+juga | lihat\s+juga | simak\s+juga | read\s+(?:also|more) | see\s+also
    | (?:berita|artikel|kabar)\s+(?:terkait|lain(?:nya)?|terkini|terbaru|terpopuler|populer|pilihan|rekomendasi)
    | ter(?:populer|kini|baru) | (?:paling\s+)?populer | rekomendasi(?:\s+(?:untuk\s+)?anda)? | trending(?:\s+now)?
    | (?:related|recommended|popular|latest|more)\s+(?:articles?|posts?|news|stories|for\s+you)
    | most\s+(?:read|popular) | you\s+(?:may|might)\s+also\s+like | top\s+(?:stories|news)
    | editor'?s\s+(?:picks?|choice)
    | pilihan\s+(?:editor|redaksi|untuk\s+anda) | recent\s+posts | related | terkait
    | (?:tags?|tagar|topik|label)(?:\s+terkait)? | more\s+(?:on|from|about)\s+this\s+\w+ | explore\s+more\b.*
    | related\s+(?:internet\s+)?(?:topics|links|content|coverage) | on\s+this\s+story | topics
    )\s*[:»>*_\])]*\s*""",
    _FLAGS,
)
"""A heading, when it fills its line, over links to other pages."""

COMMENTS: Final = re.compile(
    rf"""{BULLET}(?:
      leave\s+a\s+(?:reply|comment)\b.* | tinggalkan\s+(?:balasan|komentar)\b.* | (?:tulis|kirim|beri)\s+komentar\b.*
    | (?:\d+\s+)?(?:komentar|comments?|responses?|balasan)(?:\s*\(?\d+\)?)?\s*:?
    | (?:\d+\s+)?(?:thoughts?|responses?|comments?|komentar)\s+(?:on|pada|to)\s+["“].* | cancel\s+reply
    )\s*""",
    _FLAGS,
)
"""A heading, when it fills its line, over what readers write."""

_MENU_WORDS: Final = """
    about advertise advertisement akun bantuan beranda berita bisnis bola budaya business contact contacts daerah
    dashboard disclaimer donasi e-paper ekonomi entertainment epaper fakta featured foto galeri gaya health hiburan
    hidup home hubungi hukum iklan indeks index infografik infografis internasional internet jurnal kami karier
    kategori kesehatan khas kirim kontak kriminal kuliner langganan lifestyle live login logout market masuk media
    megapolitan menu metro nasional news newsletter nusantara olahraga opini opinion otomotif pariwisata pedoman
    pendidikan peristiwa podcast politics politik privacy privasi profil ragam redaksi regional register religi
    sains search selebriti siber sport sports technology tekno teknologi tentang terkini terms terpopuler travel
    tren trending tv video videos viral wisata world
"""
MENU_WORDS: Final = frozenset(_MENU_WORDS.split())
"""Words, folded, that menus of news sites are made of."""

_SHARING: Final = r"""facebook|fb|twitter|whatsapp|wa|telegram|line|e-?mail|instagram|linkedin|pinterest|threads|tiktok
    |youtube|copy\s+link|salin\s+(?:tautan|link)|tautan\s+disalin|x|tweet|share|bagikan|shares|cetak|print|pocket|reddit"""
SHARING: Final = re.compile(rf"{BULLET}(?:(?:{_SHARING})\s*[0-9]*[\s|,·•:/&]*)+[)\]]*", _FLAGS)
"""A line of nothing but ways to share."""

FIXED: Final = re.compile(
    r"""(?:ADVERTISEMENT\s*)?SCROLL\s+TO\s+CONTINUE\s+WITH\s+CONTENT | (?<![^\W_])(?:Top|Bottom)\ of\ Form(?![^\W_])
    | (?<=[.!?…"”’)])[ \t]*ADVERTISEMENT\b | \[Gambas:[^\]\n]*\] | \[\s*video[^\]\n]{0,80}\]
    | \(\s*(?:[Bb]aca|[Ll]ihat|[Ss]imak)\ juga\ ?:[^)\n]{1,200}\)
    | (?<=[.!?…"”’)])[ \t]*(?:B(?:aca|ACA)|L(?:ihat|IHAT)|S(?:imak|IMAK))\ (?:juga|JUGA)\ ?:[^.!?\n]{1,160}$
    """,
    re.VERBOSE | re.MULTILINE,
)
"""What stands in the middle or at the end of lines of the article, glued to them by whoever copied the page."""

FIXED_HINTS: Final = ("SCROLL", "ADVERTISEMENT", " of Form", "[", "juga:", "juga :", "JUGA:", "JUGA :")
"""What :data:`FIXED` finds holds one of these; most texts have none, and to ask for them takes next to no time."""
