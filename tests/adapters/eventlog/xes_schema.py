"""The rules of IEEE Std 1849-2016 for the XML of a log, as a schema: which elements, in which order, of which types."""

from lxml import etree

_ATTRIBUTES = {
    "string": "xs:string",
    "date": "xs:dateTime",
    "int": "xs:long",
    "boolean": "xs:boolean",
    "id": "xs:string",
}

_KINDS = "".join(
    f"""<xs:complexType name="of-{name}"><xs:group ref="said"/>
    <xs:attribute name="key" type="xs:Name" use="required"/>
    <xs:attribute name="value" type="{of}" use="required"/></xs:complexType>"""
    for name, of in _ATTRIBUTES.items()
)
_CHOICES = "".join(f'<xs:element name="{name}" type="of-{name}"/>' for name in _ATTRIBUTES)
_ANY = 'minOccurs="0" maxOccurs="unbounded"'

_SCHEMA = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">
  <xs:group name="said"><xs:sequence><xs:choice {_ANY}>{_CHOICES}</xs:choice></xs:sequence></xs:group>
  {_KINDS}
  <xs:complexType name="scoped"><xs:group ref="said"/><xs:attribute name="scope" type="xs:NCName"/></xs:complexType>
  <xs:complexType name="event"><xs:group ref="said"/></xs:complexType>
  <xs:complexType name="trace"><xs:sequence>
    <xs:group ref="said"/><xs:element name="event" type="event" {_ANY}/>
  </xs:sequence></xs:complexType>
  <xs:element name="log"><xs:complexType>
    <xs:sequence>
      <xs:element name="extension" {_ANY}><xs:complexType>
        <xs:attribute name="name" type="xs:NCName" use="required"/>
        <xs:attribute name="prefix" type="xs:NCName" use="required"/>
        <xs:attribute name="uri" type="xs:anyURI" use="required"/>
      </xs:complexType></xs:element>
      <xs:element name="global" type="scoped" {_ANY}/>
      <xs:element name="classifier" {_ANY}><xs:complexType>
        <xs:attribute name="name" type="xs:NCName" use="required"/>
        <xs:attribute name="scope" type="xs:NCName"/>
        <xs:attribute name="keys" type="xs:token" use="required"/>
      </xs:complexType></xs:element>
      <xs:group ref="said"/>
      <xs:element name="trace" type="trace" {_ANY}/>
      <xs:element name="event" type="event" {_ANY}/>
    </xs:sequence>
    <xs:attribute name="xes.version" type="xs:decimal" use="required"/>
    <xs:attribute name="xes.features" type="xs:token"/>
  </xs:complexType></xs:element>
</xs:schema>"""

SCHEMA = etree.XMLSchema(etree.fromstring(_SCHEMA))
