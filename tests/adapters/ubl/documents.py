"""Small UBL documents to read, and how to change one spot of them."""

from otcore.values import Invalid

_SPACES = (
    'xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" '
    'xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"'
)


def document(name, body):
    """A UBL document with this root and content, as bytes."""
    return f'<{name} xmlns="urn:oasis:names:specification:ubl:schema:xsd:{name}-2" {_SPACES}>{body}</{name}>'.encode()


def but(data, *changes):
    """The document with each (old, new) replaced where it first stands; what is not there is a mistake in the test."""
    for old, new in changes:
        assert old.encode() in data, old
        data = data.replace(old.encode(), new.encode(), 1)
    return data


def refused(read, data):
    """The faults that a reader raises."""
    try:
        read(data, "file.xml")
    except Invalid as error:
        return error.faults
    raise AssertionError("it was taken")


def codes(read, data):
    """The codes of the faults that a reader raises."""
    return [fault.code for fault in refused(read, data)]


BUYER = """
<cac:BuyerCustomerParty><cac:Party>
  <cbc:EndpointID schemeID="0088">5790000435968</cbc:EndpointID>
  <cac:PartyIdentification><cbc:ID schemeID="0184">DK11223344</cbc:ID></cac:PartyIdentification>
  <cac:PartyIdentification><cbc:ID>4711</cbc:ID></cac:PartyIdentification>
  <cac:PartyName><cbc:Name>Harbour Clinic</cbc:Name></cac:PartyName>
  <cac:PostalAddress>
    <cbc:StreetName>Quay 1</cbc:StreetName><cbc:AdditionalStreetName>Gate B</cbc:AdditionalStreetName>
    <cbc:CityName>Aarhus</cbc:CityName><cbc:PostalZone>8000</cbc:PostalZone>
    <cbc:CountrySubentity>Jutland</cbc:CountrySubentity>
    <cac:AddressLine><cbc:Line>3rd floor</cbc:Line></cac:AddressLine>
    <cac:Country><cbc:IdentificationCode>DK</cbc:IdentificationCode></cac:Country>
  </cac:PostalAddress>
  <cac:PartyTaxScheme><cbc:CompanyID>AB12</cbc:CompanyID>
    <cac:TaxScheme><cbc:ID>GST</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
  <cac:PartyTaxScheme><cbc:CompanyID>DK11223344</cbc:CompanyID>
    <cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
  <cac:PartyLegalEntity><cbc:RegistrationName>Harbour Clinic A/S</cbc:RegistrationName>
    <cbc:CompanyID schemeID="0184">11223344</cbc:CompanyID></cac:PartyLegalEntity>
  <cac:Contact><cbc:Name>Ida</cbc:Name><cbc:Telephone>+45 1</cbc:Telephone>
    <cbc:ElectronicMail>ida@clinic.example</cbc:ElectronicMail></cac:Contact>
</cac:Party></cac:BuyerCustomerParty>"""

SELLER = """
<cac:SellerSupplierParty><cac:Party>
  <cbc:EndpointID schemeID="0088">7300010000001</cbc:EndpointID>
  <cac:PartyLegalEntity><cbc:RegistrationName>Northern Supplies AB</cbc:RegistrationName></cac:PartyLegalEntity>
</cac:Party></cac:SellerSupplierParty>"""

LINE_1 = """
<cac:OrderLine><cbc:Note>Fragile</cbc:Note><cac:LineItem>
  <cbc:ID>1</cbc:ID><cbc:Note>Blue if possible</cbc:Note>
  <cbc:Quantity unitCode="C62">20</cbc:Quantity>
  <cbc:LineExtensionAmount currencyID="EUR">43.75</cbc:LineExtensionAmount>
  <cbc:AccountingCost>CC-9</cbc:AccountingCost>
  <cac:Delivery><cac:RequestedDeliveryPeriod>
    <cbc:StartDate>2026-03-10</cbc:StartDate><cbc:EndDate>2026-03-12</cbc:EndDate>
  </cac:RequestedDeliveryPeriod></cac:Delivery>
  <cac:AllowanceCharge>
    <cbc:ChargeIndicator>false</cbc:ChargeIndicator>
    <cbc:AllowanceChargeReasonCode>95</cbc:AllowanceChargeReasonCode>
    <cbc:AllowanceChargeReason>Discount</cbc:AllowanceChargeReason>
    <cbc:MultiplierFactorNumeric>12.5</cbc:MultiplierFactorNumeric>
    <cbc:Amount currencyID="EUR">6.25</cbc:Amount><cbc:BaseAmount currencyID="EUR">50.00</cbc:BaseAmount>
  </cac:AllowanceCharge>
  <cac:Price>
    <cbc:PriceAmount currencyID="EUR">25.00</cbc:PriceAmount><cbc:BaseQuantity unitCode="C62">10</cbc:BaseQuantity>
    <cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator>
      <cbc:Amount currencyID="EUR">5.00</cbc:Amount></cac:AllowanceCharge>
  </cac:Price>
  <cac:Item>
    <cbc:Description>Nitrile,</cbc:Description><cbc:Description>powder free</cbc:Description><cbc:Name>Gloves</cbc:Name>
    <cac:BuyersItemIdentification><cbc:ID>B-7</cbc:ID></cac:BuyersItemIdentification>
    <cac:SellersItemIdentification><cbc:ID>GLOVE-M</cbc:ID></cac:SellersItemIdentification>
    <cac:StandardItemIdentification><cbc:ID schemeID="0160">5712345000015</cbc:ID></cac:StandardItemIdentification>
    <cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>25</cbc:Percent>
      <cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory>
  </cac:Item>
</cac:LineItem></cac:OrderLine>"""

LINE_2 = """
<cac:OrderLine><cac:LineItem>
  <cbc:ID>2</cbc:ID><cbc:Quantity unitCode="KGM">1.5</cbc:Quantity>
  <cac:Item><cbc:Name>Advice</cbc:Name></cac:Item>
</cac:LineItem></cac:OrderLine>"""

ORDER = document(
    "Order",
    f"""
<cbc:CustomizationID>urn:fdc:peppol.eu:poacc:trns:order:3</cbc:CustomizationID>
<cbc:ID>PO-77</cbc:ID>
<cbc:IssueDate>2026-03-01</cbc:IssueDate>
<cbc:Note>Ring the bell</cbc:Note>
<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
<cbc:CustomerReference>Ward 3</cbc:CustomerReference>
<cbc:AccountingCost>CC-1</cbc:AccountingCost>
<cac:ValidityPeriod><cbc:EndDate>2026-04-01</cbc:EndDate></cac:ValidityPeriod>
<cac:Contract><cbc:ID>FRAME-5</cbc:ID></cac:Contract>
{BUYER}{SELLER}
<cac:Delivery>
  <cac:DeliveryLocation><cbc:ID schemeID="0088">5790000435975</cbc:ID>
    <cac:Address><cbc:StreetName>Back door 2</cbc:StreetName>
      <cac:Country><cbc:IdentificationCode>DK</cbc:IdentificationCode></cac:Country></cac:Address></cac:DeliveryLocation>
  <cac:RequestedDeliveryPeriod><cbc:StartDate>2026-03-09</cbc:StartDate><cbc:StartTime>08:00:00</cbc:StartTime>
    <cbc:EndDate>2026-03-13</cbc:EndDate></cac:RequestedDeliveryPeriod>
  <cac:DeliveryParty><cac:PartyName><cbc:Name>Store room</cbc:Name></cac:PartyName>
    <cac:Contact><cbc:Name>Bo</cbc:Name></cac:Contact></cac:DeliveryParty>
</cac:Delivery>
<cac:AllowanceCharge>
  <cbc:ChargeIndicator>true</cbc:ChargeIndicator>
  <cbc:AllowanceChargeReason>Freight</cbc:AllowanceChargeReason>
  <cbc:Amount currencyID="EUR">8.00</cbc:Amount>
  <cac:TaxCategory><cbc:ID>E</cbc:ID><cbc:Percent>0</cbc:Percent>
    <cbc:TaxExemptionReasonCode>VATEX-EU-132</cbc:TaxExemptionReasonCode>
    <cbc:TaxExemptionReason>Article 132</cbc:TaxExemptionReason>
    <cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory>
</cac:AllowanceCharge>
<cac:AnticipatedMonetaryTotal>
  <cbc:PayableAmount currencyID="EUR">99.00</cbc:PayableAmount></cac:AnticipatedMonetaryTotal>
{LINE_1}{LINE_2}""",
)

CANCELLATION = document(
    "OrderCancellation",
    f"""
<cbc:ID>C-1</cbc:ID><cbc:IssueDate>2026-03-02</cbc:IssueDate><cbc:Note>See the mail</cbc:Note>
<cbc:CancellationNote>Ordered twice</cbc:CancellationNote>
<cac:OrderReference><cbc:ID>PO-77</cbc:ID></cac:OrderReference>{BUYER}{SELLER}""",
)


def change_line(id, code, *, quantity="20 C62", more="", note=""):
    """A line of an order change: what it says of quantity, and `more` after it."""
    value, unit = quantity.split()
    return f"""
<cac:OrderLine>{note and f"<cbc:Note>{note}</cbc:Note>"}<cac:LineItem>
  <cbc:ID>{id}</cbc:ID><cbc:LineStatusCode>{code}</cbc:LineStatusCode>
  <cbc:Quantity unitCode="{unit}">{value}</cbc:Quantity>{more}
  <cac:Item><cbc:Name>Item {id}</cbc:Name></cac:Item>
</cac:LineItem></cac:OrderLine>"""


def order_change(*lines, more=""):
    """A change of the order of these lines."""
    return document(
        "OrderChange",
        f"""
<cbc:CustomizationID>urn:fdc:peppol.eu:poacc:trns:order_change:3</cbc:CustomizationID>
<cbc:ID>C-7</cbc:ID><cbc:IssueDate>2026-03-03</cbc:IssueDate><cbc:SequenceNumberID>2</cbc:SequenceNumberID>
<cbc:Note>By telephone</cbc:Note><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
<cac:OrderReference><cbc:ID>PO-77</cbc:ID></cac:OrderReference>{BUYER}{SELLER}{more}{"".join(lines)}""",
    )


ORDER_CHANGE = order_change(
    LINE_1.replace("<cbc:Quantity ", "<cbc:LineStatusCode>3</cbc:LineStatusCode><cbc:Quantity "),
    change_line("2", "2", quantity="1.5 KGM", note="Not wanted any more"),
    change_line("3", "1", quantity="4 C62"),
)


def despatch_line(id, *, of, delivered, more="", order="PO-77"):
    """A despatch line: `of` an order line, `delivered` as "10 C62", `more` before the reference."""
    value, unit = delivered.split()
    return f"""
<cac:DespatchLine><cbc:ID>{id}</cbc:ID>
  <cbc:DeliveredQuantity unitCode="{unit}">{value}</cbc:DeliveredQuantity>{more}
  <cac:OrderLineReference><cbc:LineID>{of}</cbc:LineID>
    <cac:OrderReference><cbc:ID>{order}</cbc:ID></cac:OrderReference></cac:OrderLineReference>
  <cac:Item><cbc:Name>Gloves</cbc:Name></cac:Item>
</cac:DespatchLine>"""


def outstanding(quantity, reason=""):
    """What a despatch line says will follow: "4 C62", and why."""
    value, unit = quantity.split()
    return f"""
  <cbc:OutstandingQuantity unitCode="{unit}">{value}</cbc:OutstandingQuantity>
  <cbc:OutstandingReason>{reason}</cbc:OutstandingReason>"""


def despatch(*lines, more=""):
    """A despatch advice of these lines."""
    return document(
        "DespatchAdvice",
        f"""
<cbc:ID>D-5</cbc:ID><cbc:IssueDate>2026-03-09</cbc:IssueDate>
<cac:OrderReference><cbc:ID>PO-77</cbc:ID></cac:OrderReference>
{BUYER.replace("BuyerCustomerParty", "DeliveryCustomerParty")}{more}{"".join(lines)}""",
    )


DESPATCH = despatch(
    despatch_line("a", of="1", delivered="12 C62", more=outstanding("8 C62", "AV")),
    despatch_line("b", of="2", delivered="1.5 KGM"),
    more=f"""{BUYER}
<cac:Shipment><cbc:ID>NA</cbc:ID><cac:Delivery><cac:Despatch>
  <cbc:ActualDespatchDate>2026-03-08</cbc:ActualDespatchDate></cac:Despatch></cac:Delivery></cac:Shipment>""",
)
