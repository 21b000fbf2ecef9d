//! Who answers for the departments of the sample, and what each must publish. They are nobody: persons by letter.

use super::list;
use crate::context::Context;
use crate::error::{Error, Result};
use crate::folder::Register;
use crate::people::{AddPerson, Department};
use crate::things::Dimension;

/// The office whose persons act.
const OFFICE: &str = "行政办公室";
const ACTING: [&str; 2] = ["示例人员甲", "示例人员乙"];

/// Departments: name, 第一责任人, 信息员, telephone. The others have nobody yet, as in any register that is being filled.
const ANSWERING: &[(&str, &str, &str, &str)] = &[
    ("党委办公室", "示例人员丙", "示例人员丁", "0000-1002"),
    (OFFICE, "示例人员戊", "示例人员甲", "0000-1001"),
    ("组织人事处", "示例人员己", "示例人员庚", "0000-1003"),
    ("宣传部", "示例人员辛", "示例人员壬", "0000-1004"),
    ("教务处", "示例人员癸", "示例人员子", "0000-1006"),
    ("学生工作处", "示例人员丑", "示例人员寅", "0000-1007"),
    ("招生就业处", "示例人员卯", "示例人员辰", "0000-1008"),
    ("科研处", "示例人员巳", "示例人员午", "0000-1009"),
    ("财务处", "示例人员未", "示例人员申", "0000-1010"),
    ("后勤保障处", "示例人员酉", "示例人员戌", "0000-1011"),
    ("工会", "示例人员亥", "", ""),
];

/// Sets who acts, and what is known of each department; its 清单事项 are those that the year tells of.
pub(super) fn appoint(register: &mut Register, context: &Context) -> Result<()> {
    let vocabulary = register.vocabulary()?;
    let id = |dimension, name: &str| {
        let wrong = || Error::Internal { detail: format!("{dimension:?}: {name}") };
        vocabulary.id(dimension, name).ok_or_else(wrong)
    };
    for name in ACTING {
        let department = Some(id(Dimension::Department, OFFICE)?);
        register.add_person(context, &AddPerson { name: name.into(), department })?;
    }
    for (name, head, officer, telephone) in ANSWERING {
        let duties = list::duties_of(name).map(|item| id(Dimension::ListItem, item)).collect::<Result<_>>()?;
        let department = Department {
            department: id(Dimension::Department, name)?,
            head: (*head).into(),
            officer: (*officer).into(),
            telephone: (*telephone).into(),
            duties,
        };
        register.set_department(context, &department)?;
    }
    Ok(())
}
