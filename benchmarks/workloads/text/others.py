"""Polish and Finnish."""

from benchmarks.workloads.text.language import Language

POLISH = Language(
    invoice=("Faktura", "FV", "za fakturę nr", "zapłata za f-rę", ""),
    paying=("przelew", "zapłata", "zgodnie z umową"),
    clearing=("saldo wymagalne", "wyrównanie konta"),
    order=("zamówienie", "zam. nr"),
    dated="z dn. {}",
    ranges=(" do ", " - "),
    both=" i ",
    instalment=("zaliczka na poczet", "I rata"),
    rest=("dopłata", "II rata"),
    deducted=("pomniejszone o notę {}", "reklamacja"),
    discounted=("skonto {}%",),
    withheld=("po potrąceniu podatku",),
    ahead=("przedpłata {}", "zadatek zam. {}"),
    returned=("ZWROT PRZELEWU",),
    thanks=("dziękujemy", "pozdrawiam"),
    group=" ",
)
FINNISH = Language(
    invoice=("Lasku nro", "laskut", "lask.", ""),
    paying=("suoritus", "tilisiirto"),
    clearing=("erääntyneet laskut", "tilin saldo"),
    order=("tilaus",),
    dated="pvm {}",
    ranges=(" - ",),
    both=" ja ",
    instalment=("osamaksu",),
    rest=("loppuerä",),
    deducted=("vähennetty reklamaatio",),
    discounted=("kassa-alennus {}%",),
    withheld=("lähdevero vähennetty",),
    ahead=("ennakko {}",),
    returned=("PALAUTUS",),
    thanks=("kiitos",),
    group=" ",
)
