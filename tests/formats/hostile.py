"""Text that tries to be something else."""

from hypothesis import strategies as st

EVIL = (
    "<script>alert(1)</script>",
    "</title></style></svg><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' style='x",
    "&lt;b&gt; &amp; &#60;",
    "<!-- -->",
    "]]>",
    "\u202egnp.exe",
    "\u2067abc",
    "\x00\x1b[31mred\x07",
    "\ud800",
    "javascript:alert(1)",
    "=cmd|' /C calc'!A0",
)
texts = st.sampled_from(EVIL) | st.text(st.characters(), max_size=30)
names = st.lists(texts, min_size=1, max_size=3).map("".join)
