"""An invoice and a credit note in UBL to read, with every element that is read, and some that are not."""

from tests.adapters.ubl.documents import document

VAT = "<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>"


def amount(name, text, currency="EUR"):
    """An amount in the invoice's currency."""
    return f'<cbc:{name} currencyID="{currency}">{text}</cbc:{name}>'


def category(name, code, rate, more=""):
    """A tax category."""
    return f"<cac:{name}><cbc:ID>{code}</cbc:ID><cbc:Percent>{rate}</cbc:Percent>{more}{VAT}</cac:{name}>"


SELLER = f"""
<cac:AccountingSupplierParty><cac:Party>
  <cbc:EndpointID schemeID="0088">7300010000001</cbc:EndpointID>
  <cac:PartyIdentification><cbc:ID schemeID="0088">7300010000001</cbc:ID></cac:PartyIdentification>
  <cac:PartyIdentification><cbc:ID schemeID="SEPA">SE97ZZZ123</cbc:ID></cac:PartyIdentification>
  <cac:PartyName><cbc:Name>Nordic</cbc:Name></cac:PartyName>
  <cac:PostalAddress><cbc:CityName>Lund</cbc:CityName>
    <cac:Country><cbc:IdentificationCode>SE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
  <cac:PartyTaxScheme><cbc:CompanyID>SE556677889901</cbc:CompanyID>{VAT}</cac:PartyTaxScheme>
  <cac:PartyTaxScheme><cbc:CompanyID>F-skatt</cbc:CompanyID>
    <cac:TaxScheme><cbc:ID>TAX</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
  <cac:PartyLegalEntity><cbc:RegistrationName>Nordic Tools AB</cbc:RegistrationName>
    <cbc:CompanyID schemeID="0007">5566778899</cbc:CompanyID>
    <cbc:CompanyLegalForm>Seat: Lund</cbc:CompanyLegalForm></cac:PartyLegalEntity>
</cac:Party></cac:AccountingSupplierParty>"""

BUYER = f"""
<cac:AccountingCustomerParty><cac:Party>
  <cbc:EndpointID schemeID="0088">4000001000005</cbc:EndpointID>
  <cac:PostalAddress><cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
  <cac:PartyTaxScheme><cbc:CompanyID>DE123456789</cbc:CompanyID>{VAT}</cac:PartyTaxScheme>
  <cac:PartyLegalEntity><cbc:RegistrationName>Bau</cbc:RegistrationName></cac:PartyLegalEntity>
</cac:Party></cac:AccountingCustomerParty>"""

OTHERS = f"""
<cac:TaxRepresentativeParty><cac:PartyName><cbc:Name>Agents</cbc:Name></cac:PartyName>
  <cac:PostalAddress><cac:Country><cbc:IdentificationCode>SE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
  <cac:PartyTaxScheme><cbc:CompanyID>SE99</cbc:CompanyID>{VAT}</cac:PartyTaxScheme></cac:TaxRepresentativeParty>
<cac:Delivery><cbc:ActualDeliveryDate>2026-03-01</cbc:ActualDeliveryDate>
  <cac:DeliveryLocation><cbc:ID schemeID="0088">7300010000002</cbc:ID>
    <cac:Address><cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country></cac:Address>
  </cac:DeliveryLocation>
  <cac:DeliveryParty><cac:PartyName><cbc:Name>Lager</cbc:Name></cac:PartyName></cac:DeliveryParty></cac:Delivery>"""

PAYMENT = """
<cac:PaymentMeans><cbc:PaymentMeansCode name="SEPA">58</cbc:PaymentMeansCode>{due}<cbc:PaymentID>RF18</cbc:PaymentID>
  <cac:PayeeFinancialAccount><cbc:ID>SE4550000000058398257466</cbc:ID><cbc:Name>Nordic</cbc:Name>
    <cac:FinancialInstitutionBranch><cbc:ID>ESSESESS</cbc:ID></cac:FinancialInstitutionBranch>
  </cac:PayeeFinancialAccount></cac:PaymentMeans>
<cac:PaymentMeans><cbc:PaymentMeansCode>58</cbc:PaymentMeansCode><cbc:PaymentID>RF18</cbc:PaymentID>
  <cac:PayeeFinancialAccount><cbc:ID>DE89370400440532013000</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>"""

TERMS = f"""
<cac:PaymentTerms><cbc:Note>Net 30</cbc:Note></cac:PaymentTerms>
<cac:PaymentTerms>{amount("Amount", "50.00")}<cbc:PaymentDueDate>2026-04-01</cbc:PaymentDueDate></cac:PaymentTerms>
<cac:PaymentTerms><cbc:SettlementDiscountPercent>2</cbc:SettlementDiscountPercent>{amount("Amount", "100.00")}
  {amount("SettlementDiscountAmount", "2.00")}
  <cac:SettlementPeriod><cbc:EndDate>2026-03-12</cbc:EndDate></cac:SettlementPeriod></cac:PaymentTerms>"""

AMOUNTS = f"""
<cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator>
  <cbc:AllowanceChargeReasonCode>FC</cbc:AllowanceChargeReasonCode>
  <cbc:AllowanceChargeReason>Freight</cbc:AllowanceChargeReason>
  <cbc:MultiplierFactorNumeric>10</cbc:MultiplierFactorNumeric>
  {amount("Amount", "2.00")}{amount("BaseAmount", "20.00")}{category("TaxCategory", "E", 0)}</cac:AllowanceCharge>
<cac:TaxTotal>{amount("TaxAmount", "4.60")}
  <cac:TaxSubtotal>{amount("TaxableAmount", "2.00")}{amount("TaxAmount", "0.00")}
    {category("TaxCategory", "E", 0, "<cbc:TaxExemptionReason>Post</cbc:TaxExemptionReason>")}</cac:TaxSubtotal>
  <cac:TaxSubtotal>{amount("TaxableAmount", "18.40")}{amount("TaxAmount", "4.60")}
    {category("TaxCategory", "S", 25)}</cac:TaxSubtotal></cac:TaxTotal>
<cac:TaxTotal>{amount("TaxAmount", "34.32", "DKK")}</cac:TaxTotal>
<cac:LegalMonetaryTotal>{amount("LineExtensionAmount", "18.40")}{amount("TaxExclusiveAmount", "20.40")}
  {amount("TaxInclusiveAmount", "25.00")}{amount("ChargeTotalAmount", "2.00")}{amount("PrepaidAmount", "5.00")}
  {amount("PayableRoundingAmount", "0.01")}{amount("PayableAmount", "20.01")}</cac:LegalMonetaryTotal>"""

LINE = f"""
<cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:Note>Blue</cbc:Note>
  <cbc:InvoicedQuantity unitCode="C62">20</cbc:InvoicedQuantity>{amount("LineExtensionAmount", "18.40")}
  <cbc:AccountingCost>CC-9</cbc:AccountingCost>
  <cac:InvoicePeriod><cbc:StartDate>2026-02-01</cbc:StartDate></cac:InvoicePeriod>
  <cac:OrderLineReference><cbc:LineID>7</cbc:LineID>
    <cac:OrderReference><cbc:ID>PO-78</cbc:ID></cac:OrderReference></cac:OrderLineReference>
  <cac:DespatchLineReference><cbc:LineID>NA</cbc:LineID>
    <cac:DocumentReference><cbc:ID>D-5</cbc:ID></cac:DocumentReference></cac:DespatchLineReference>
  <cac:DocumentReference><cbc:ID schemeID="AAB">meter 3</cbc:ID><cbc:DocumentTypeCode>130</cbc:DocumentTypeCode>
  </cac:DocumentReference>
  <cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator>
    <cbc:AllowanceChargeReason>Loyal</cbc:AllowanceChargeReason>{amount("Amount", "0.60")}</cac:AllowanceCharge>
  <cac:Item><cbc:Description>Steel</cbc:Description><cbc:Name>Nails</cbc:Name>
    <cac:BuyersItemIdentification><cbc:ID>B-7</cbc:ID></cac:BuyersItemIdentification>
    <cac:SellersItemIdentification><cbc:ID>N-1</cbc:ID></cac:SellersItemIdentification>
    <cac:StandardItemIdentification><cbc:ID schemeID="0160">7310865004703</cbc:ID></cac:StandardItemIdentification>
    <cac:OriginCountry><cbc:IdentificationCode>IT</cbc:IdentificationCode></cac:OriginCountry>
    <cac:CommodityClassification>
      <cbc:ItemClassificationCode listID="STI" listVersionID="2">65434568</cbc:ItemClassificationCode>
    </cac:CommodityClassification>
    {category("ClassifiedTaxCategory", "S", 25)}
    <cac:AdditionalItemProperty><cbc:Name>Colour</cbc:Name><cbc:Value>Grey</cbc:Value></cac:AdditionalItemProperty>
  </cac:Item>
  <cac:Price>{amount("PriceAmount", "9.5")}<cbc:BaseQuantity unitCode="C62">10</cbc:BaseQuantity>
    <cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator>{amount("Amount", "0.5")}
      {amount("BaseAmount", "10")}</cac:AllowanceCharge></cac:Price>
</cac:InvoiceLine>"""

HEAD = """
<cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID><cbc:ProfileID>P1</cbc:ProfileID>
<cbc:ID>F-1</cbc:ID><cbc:IssueDate>2026-03-02</cbc:IssueDate><cbc:DueDate>2026-04-01</cbc:DueDate>
<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:Note>Thank you</cbc:Note><cbc:Note>#AAI#Read on</cbc:Note>
<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode><cbc:TaxCurrencyCode>DKK</cbc:TaxCurrencyCode>
<cbc:AccountingCost>CC-1</cbc:AccountingCost><cbc:BuyerReference>Ward 3</cbc:BuyerReference>
<cac:InvoicePeriod><cbc:StartDate>2026-02-01</cbc:StartDate><cbc:EndDate>2026-02-28</cbc:EndDate>
  <cbc:DescriptionCode>35</cbc:DescriptionCode></cac:InvoicePeriod>"""

REFERENCES = """
<cac:OrderReference><cbc:ID>PO-77</cbc:ID><cbc:SalesOrderID>SO-1</cbc:SalesOrderID></cac:OrderReference>
<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>F-0</cbc:ID><cbc:IssueDate>2026-01-02</cbc:IssueDate>
  </cac:InvoiceDocumentReference></cac:BillingReference>
<cac:DespatchDocumentReference><cbc:ID>D-5</cbc:ID></cac:DespatchDocumentReference>
<cac:ReceiptDocumentReference><cbc:ID>R-6</cbc:ID></cac:ReceiptDocumentReference>
<cac:OriginatorDocumentReference><cbc:ID>T-8</cbc:ID></cac:OriginatorDocumentReference>
<cac:ContractDocumentReference><cbc:ID>FRAME-5</cbc:ID></cac:ContractDocumentReference>
<cac:AdditionalDocumentReference><cbc:ID schemeID="AAB">meter 3</cbc:ID><cbc:DocumentTypeCode>130</cbc:DocumentTypeCode>
</cac:AdditionalDocumentReference>
<cac:AdditionalDocumentReference><cbc:ID>sheet</cbc:ID><cbc:DocumentDescription>Hours</cbc:DocumentDescription>
  <cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="text/csv" filename="a.csv">
    MTsy Cg==
  </cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>
<cac:AdditionalDocumentReference><cbc:ID>link</cbc:ID>
  <cac:Attachment><cac:ExternalReference><cbc:URI>https://example.com/x</cbc:URI></cac:ExternalReference>
  </cac:Attachment></cac:AdditionalDocumentReference>
<cac:ProjectReference><cbc:ID>PR-9</cbc:ID></cac:ProjectReference>"""

INVOICE = document(
    "Invoice", HEAD + REFERENCES + SELLER + BUYER + OTHERS + PAYMENT.format(due="") + TERMS + AMOUNTS + LINE
)

CREDIT_NOTE = document(
    "CreditNote",
    HEAD.replace("<cbc:DueDate>2026-04-01</cbc:DueDate>", "<cbc:TaxPointDate>2026-03-03</cbc:TaxPointDate>")
    .replace("InvoiceTypeCode>380<", "InvoiceTypeCode>381<")
    .replace("InvoiceTypeCode", "CreditNoteTypeCode")
    + REFERENCES.replace(
        "<cac:ProjectReference><cbc:ID>PR-9</cbc:ID></cac:ProjectReference>",
        "<cac:AdditionalDocumentReference><cbc:ID>PR-9</cbc:ID><cbc:DocumentTypeCode>50</cbc:DocumentTypeCode>"
        "</cac:AdditionalDocumentReference>",
    )
    + SELLER
    + BUYER
    + OTHERS
    + PAYMENT.format(due="<cbc:PaymentDueDate>2026-04-01</cbc:PaymentDueDate>")
    + TERMS
    + AMOUNTS
    + LINE.replace("InvoiceLine", "CreditNoteLine").replace("InvoicedQuantity", "CreditedQuantity"),
)
