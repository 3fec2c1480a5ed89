"""XML from the outside: read by a hardened parser, then through a cursor that knows what nobody has read.

>>> from otcore.adapters.xml import Cursor, read_xml
>>> order = Cursor(read_xml(b"<Order><ID>7</ID><Note lang='en'>soon</Note></Order>"))
>>> order.required("ID")
'7'
>>> order.unread()
(Unread(path='/Order/Note', text='soon', attributes=(('lang', 'en'),)),)
"""

from otcore.adapters.xml.cursor import Cursor
from otcore.adapters.xml.lexical import base64_of, boolean_of, day_of, number_of
from otcore.adapters.xml.reading import read_xml
from otcore.adapters.xml.unread import Unread

__all__ = ["Cursor", "Unread", "base64_of", "boolean_of", "day_of", "number_of", "read_xml"]
