//! Numbers in the place of names.

use sha2::{Digest, Sha256};

use crate::record::Record;

/// Puts a number in the place of every student's id and name, and takes away what else could tell who it is. Gives back
/// who is who: number, id and name, in the order of the numbers.
///
/// The numbers do not follow the alphabet, and are the same for the same class every time.
pub fn anonymize(record: &mut Record) -> Vec<[String; 3]> {
    let digest = |id: &str| Sha256::digest(id.as_bytes());
    record.students.sort_by_key(|student| digest(student.id.as_str()));
    let digits = record.students.len().to_string().len().max(2);
    let mut names = Vec::new();
    for (index, student) in record.students.iter_mut().enumerate() {
        let number = format!("student-{:0digits$}", index + 1);
        let known = [student.id.to_string(), student.name.to_string(), student.email.to_string()];
        let hide = |text: &str| {
            known
                .iter()
                .filter(|name| !name.is_empty())
                .fold(text.to_owned(), |text, name| text.replace(name.as_str(), &number))
        };
        for note in student.notes.iter_mut().chain(student.results.iter_mut().flat_map(|result| &mut result.notes)) {
            *note = hide(note.as_str()).into();
        }
        for result in &mut student.results {
            result.path = hide(result.path.as_str()).into();
        }
        student.email = "".into();
        student.section = "".into();
        student.id = number.as_str().into();
        student.name = number.as_str().into();
        let [id, name, _] = known;
        names.push([number, id, name]);
    }
    record.settings.anonymized = true;
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Outcome, Student, StudentResult, sample};

    #[test]
    fn nothing_is_left_of_a_name() {
        let mut record = sample::record(&[("01_threads", "spawn_and_join", 10)]);
        for (id, name) in [("ada", "Ada Lovelace"), ("bob", "Bob"), ("carol", "Carol")] {
            let mut result = StudentResult::new("spawn_and_join", Outcome::Pass, None);
            result.path = format!("{id}/spawn_and_join.rs").into();
            record.students.push(Student {
                id: id.into(),
                name: name.into(),
                email: format!("{id}@example.org").into(),
                notes: vec![format!("{name}.txt belongs to no exercise").into()],
                results: vec![result],
                ..Student::default()
            });
        }
        let names = anonymize(&mut record);
        let text = serde_json::to_string(&record).unwrap();
        for name in ["ada", "Lovelace", "bob", "Bob", "carol", "Carol", "example.org"] {
            assert!(!text.contains(name), "{name} in {text}");
        }
        assert_eq!(names.len(), 3);
        assert!(
            names
                .iter()
                .any(|[number, id, name]| number.starts_with("student-0") && id == "ada" && name == "Ada Lovelace")
        );
        assert_eq!(record.students[0].id.as_str(), "student-01");
    }
}
