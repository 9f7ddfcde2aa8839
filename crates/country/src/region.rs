//! Twelve regions in which councils meet: one a province, by the name people use.

use crate::Municipality;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    pub name: String,
    pub slug: String,
    pub province: String,
    pub municipalities: Vec<usize>,
}

pub(crate) fn list(municipalities: &[Municipality]) -> Vec<Region> {
    let mut provinces: Vec<&str> = municipalities.iter().map(|one| one.province.as_str()).collect();
    provinces.sort_unstable();
    provinces.dedup();
    provinces.into_iter().map(|province| region(province, municipalities)).collect()
}

fn region(province: &str, municipalities: &[Municipality]) -> Region {
    let inside = |&here: &usize| municipalities[here].province == province;
    Region {
        name: format!("Regio {province}"),
        slug: crate::text::slug(province),
        province: province.to_owned(),
        municipalities: (0..municipalities.len()).filter(inside).collect(),
    }
}
