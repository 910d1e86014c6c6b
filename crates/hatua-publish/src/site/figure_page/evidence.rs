//! The four grades of evidence, and the one that the figure has.

use hatua_core::statement::Grade;

use super::record::{Record, Version};

/// One grade.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GradeView {
    /// Letter and word.
    pub name: String,
    /// What it means.
    pub means: String,
    /// The class of the figure's own grade.
    pub on: Option<&'static str>,
}

const GRADES: [(Grade, &str, &str, &str); 4] = [
    (Grade::A, "grade-a", "grade-a-name", "grade-a-means"),
    (Grade::B, "grade-b", "grade-b-name", "grade-b-means"),
    (Grade::C, "grade-c", "grade-c-name", "grade-c-means"),
    (Grade::D, "grade-d", "grade-d-name", "grade-d-means"),
];

/// The key of a grade's letter.
pub fn letter(grade: Grade) -> &'static str {
    match grade {
        Grade::A => "grade-a",
        Grade::B => "grade-b",
        Grade::C => "grade-c",
        Grade::D => "grade-d",
    }
}

/// The four grades, that of the version marked.
pub fn grades(record: &Record, shown: &Version) -> Vec<GradeView> {
    let texts = &record.context.texts;
    let view = |(grade, letter, name, means)| GradeView {
        name: format!("{} {}", texts.get(letter), texts.get(name)),
        means: texts.get(means),
        on: (shown.figure.evidence.grade == grade).then_some("on"),
    };
    GRADES.map(view).to_vec()
}
