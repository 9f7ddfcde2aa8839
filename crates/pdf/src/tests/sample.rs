use crate::*;
use jiff::civil::date;

pub(crate) fn advice() -> Letter {
    let lines = |lines: &[&str]| lines.iter().map(|l| (*l).to_owned()).collect::<Vec<_>>();
    let rec = |text: &str, to: &str, reason: &str, effect: &str, chances: &str| Recommendation {
        text: text.into(),
        addressee: to.into(),
        reason: reason.into(),
        effect: effect.into(),
        equal_chances: chances.into(),
    };
    Letter {
        council: Organisation {
            name: "Adviesraad Sociaal Domein Oosterwaard".into(),
            address: lines(&["Postbus 000, 3500 AA Oosterwaard", "raad@oosterwaard.example"]),
        },
        house_colour: None,
        addressee: lines(&["Aan het college van burgemeester en wethouders", "Postbus 000", "3500 AB Oosterwaard"]),
        place: "Oosterwaard".into(),
        date: date(2026, 10, 15),
        reference: "2026-07".into(),
        requested_on: Some(date(2026, 9, 7)),
        subject: "advies over nieuwe regels voor hulp bij het huishouden".into(),
        title: "Kijk eerst naar het huis, dan naar de regel".into(),
        salutation: "Geacht college,".into(),
        opening: "U vroeg ons advies over de nieuwe regels voor hulp bij het huishouden. Wij danken u voor de volledige stukken en voor het gesprek met mevrouw Bouzid op 22\u{a0}september.".into(),
        summary: "Duidelijke regels zijn goed. Maar één grens voor alle huizen past niet bij hoe mensen leven. Wij vragen u om vijf dingen.".into(),
        considered: "De gemeente wil dat iedereen vooraf weet waar hij recht op heeft. Dat vinden wij goed. Een vaste grens van twee kamers is voor ambtenaren makkelijk, maar zegt weinig over hoe iemand woont.\n\nWij vergeleken de regels met die van drie buurgemeenten.".into(),
        heard: "In drie middagen spraken wij 41 inwoners in de bibliobus. Twaalf van hen krijgen nu hulp. Zeven wisten niet dat er iets verandert. Vijf hebben niemand die kan bijspringen.".into(),
        quotes: vec![Quote {
            text: "Als de hulp maar twee kamers doet, kies ik de badkamer en de keuken. Dan slaap ik dus in het stof, met mijn longen.".into(),
            source: "Mevrouw van 78, met toestemming opgeschreven".into(),
        }],
        recommendations: vec![
            rec("Laat ieder huishouden vooraf weten wat er verandert, in een brief in gewone taal.", "het college", "Zeven van de twaalf mensen met hulp wisten van niets.", "Niemand schrikt van een brief achteraf.", "Ook wie weinig Nederlands leest, weet waar hij aan toe is."),
            rec("Laat de grens van twee kamers los. Kijk per huis wat nodig is.", "de gemeenteraad", "Een huis met trap en een flat vragen andere hulp.", "Hulp waar die het meeste scheelt.", ""),
            rec("Verlaag de eigen bijdrage voor mensen met een laag inkomen.", "het college", "", "Niemand ziet af van hulp om geld.", ""),
            rec("Bied bij elk gesprek gratis onafhankelijke ondersteuning aan.", "het college", "Wie niet goed uit zijn woorden komt, krijgt nu minder.", "Ook wie niet goed praat, wordt gehoord.", "Mensen zonder netwerk krijgen dezelfde kans."),
            rec("Meet na zes maanden wat inwoners merken en bespreek dat met ons.", "het college", "", "De regels blijven passen bij het leven.", ""),
        ],
        equal_chances: "De regels raken mensen zonder netwerk het hardst. Ook wie weinig Nederlands leest, loopt meer kans iets te missen. Aanbeveling 1 en 4 zijn daarom voor ons het belangrijkst.".into(),
        answer_by: date(2026, 11, 26),
        consent: Some(Consent { members: 9, agreed: 8, with_remark: 2, objected: 0, abstained: 1 }),
        anyway: String::new(),
        minority: vec![Minority {
            whose: "één lid".into(),
            text: "Eén lid vindt de grens van twee kamers redelijk, als er bij ziekte van afgeweken mag worden.".into(),
        }],
        signatures: vec![
            Signature { name: "Wim Terpstra".into(), role: "voorzitter".into() },
            Signature { name: "Anneke Visser".into(), role: "secretaris".into() },
        ],
        copies: lines(&["de griffie", "de contactambtenaar"]),
        attachments: lines(&["wat 41 inwoners zeiden, zonder namen (4 bladzijden)"]),
        marks: Marks::default(),
        made_at: "2026-10-15T09:30:00Z".parse().unwrap(),
    }
}

pub(crate) fn response() -> ResponseLetter {
    let answers = advice().recommendations.into_iter().zip([
        (
            Position::Adopted,
            "De brief gaat in februari uit. Drie leden van uw raad lezen hem vooraf.",
            Some(("Brief in gewone taal aan 900 huishoudens", "Samira Bouzid", Some(date(2027, 1, 29)))),
        ),
        (
            Position::Partly,
            "De grens blijft, anders is het niet eerlijk tussen buren. Bij ziekte mag de consulent ervan afwijken.",
            Some(("Uitzondering in de regels", "wethouder Dekkers", Some(date(2027, 3, 1)))),
        ),
        (Position::NotCompetent, "Het Rijk bepaalt de eigen bijdrage. De gemeente kan dit niet zelf veranderen.", None),
        (Position::Rejected, "Daar is dit jaar geen geld voor.", None),
        (
            Position::Later,
            "Wij komen hierop terug als de cijfers van het eerste half jaar er zijn.",
            Some(("Gesprek over de cijfers", "Joost Linders", None)),
        ),
    ]);
    ResponseLetter {
        municipality: Organisation {
            name: "Gemeente Oosterwaard".into(),
            address: vec!["Postbus 000, 3500 AB Oosterwaard".into(), "college@oosterwaard.example".into()],
        },
        addressee: vec![
            "Aan de Adviesraad Sociaal Domein Oosterwaard".into(),
            "Postbus 000".into(),
            "3500 AA Oosterwaard".into(),
        ],
        place: "Oosterwaard".into(),
        date: date(2026, 11, 19),
        reference: "Z-26-4410".into(),
        advice_reference: "2026-07".into(),
        advice_date: date(2026, 10, 15),
        subject: "antwoord op uw advies over hulp bij het huishouden".into(),
        title: "Wij nemen twee van uw vijf aanbevelingen geheel of deels over".into(),
        salutation: "Geachte leden van de adviesraad,".into(),
        opening: "Dank voor uw advies. U sprak met 41 inwoners, en dat lazen wij terug in elke bladzijde.".into(),
        answers: answers
            .map(|(rec, (position, reason, promise))| Answer {
                recommendation: rec.text,
                position,
                reason: reason.into(),
                promise: promise.map(|(what, who, by)| Promise { what: what.into(), who: who.into(), by }),
            })
            .collect(),
        closing: "Wij lichten dit graag toe in uw vergadering van 9\u{a0}december.".into(),
        signatures: vec![
            Signature { name: "Marijke Dekkers".into(), role: "wethouder".into() },
            Signature { name: "Rob van Aken".into(), role: "gemeentesecretaris".into() },
        ],
        copies: vec!["de griffie".into()],
        attachments: vec![],
        marks: Marks::default(),
        made_at: "2026-11-19T10:00:00Z".parse().unwrap(),
    }
}
