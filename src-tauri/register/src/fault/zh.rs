//! The sentences of faults in Chinese.

use super::{APART, ESTIMATE, Fault, FaultCode, KEPT, UNSAVED, shorten};

impl Fault {
    pub(crate) fn zh(&self) -> String {
        let (column, value, detail) = (&self.column, shorten(&self.value), &self.detail);
        match self.code {
            FaultCode::RequiredMissing => format!("“{column}”未填写，此项必填。"),
            FaultCode::DateImpossible => format!("“{column}”填写的“{value}”不是有效日期，请核对。"),
            FaultCode::DateUnreadable => format!("“{column}”的“{value}”不是日期，请填写年月日，如 2023年3月2日。"),
            FaultCode::DateIncomplete => format!("“{column}”的“{value}”年月日不全，请填写到日，如 2023年3月2日。"),
            FaultCode::DateYearUnknown => {
                format!("“{column}”的“{value}”没有年份，表名和标题中也未写明年度，请补上年份。")
            }
            FaultCode::DateOutOfRange => format!("“{column}”的“{value}”超出 1949年至2100年，请核对年份。"),
            FaultCode::NumberUnreadable => match detail.as_str() {
                "" => format!("“{column}”的“{value}”不是确定的数字，请填写确数。"),
                ESTIMATE => {
                    format!("“{column}”的“{value}”不是数字，请填写确数；没有确数的可写“{ESTIMATE}”。")
                }
                unit => format!("“{column}”的“{value}”写的单位是“{unit}”，与此列不符，请核对后填写数字。"),
            },
            FaultCode::NumberNegative => format!("“{column}”的“{value}”是负数，数量不能为负。"),
            FaultCode::MoneyFraction => format!("“{column}”的“{value}”不足一分，金额最多写两位小数。"),
            FaultCode::NumberFraction => format!("“{column}”的“{value}”不是整数。"),
            FaultCode::NumberTooLarge => format!("“{column}”的“{value}”过大，最多 {detail}。"),
            FaultCode::FlagUnreadable => format!("“{column}”的“{value}”不能判断是或否，请填写“是”或“否”。"),
            FaultCode::TextTooLong => format!("“{column}”过长，最多 {detail} 字，请缩短。"),
            FaultCode::CellError => format!("“{column}”的公式出错（{value}），请在表格中改正。"),
            FaultCode::FormulaWithoutValue => {
                format!("“{column}”是公式（{value}）但没有计算结果，请在 Excel 中打开并保存后再导入。")
            }
            FaultCode::MoreThanWhole => format!("“{column}”的 {value} 多于“{detail}”，请核对。"),
            FaultCode::TermUnknown => format!("“{column}”的“{value}”不在词表中；本次要求只用已有词条。"),
            FaultCode::UnitContradicts => {
                format!("“{column}”的“{value}”与此行的计量单位“{detail}”不一致，请核对后改为一致。")
            }
            FaultCode::SecondTable => "从这一行起是另一张表，未导入，请移到单独的工作表。".into(),
            FaultCode::SatisfiedInDegrees => {
                format!("满意程度分列填写（{detail}），不能判断哪些算作满意，请增加“满意份数”一列填写合计。")
            }
            FaultCode::DigitsLost => {
                format!("“{column}”的“{value}”：超过15位的数字在表格中已失真，请设为文本格式重新填写。")
            }
            FaultCode::TermRetired => {
                format!("“{column}”的“{value}”已停用，请改选其他词条，或在“设置”中恢复使用。")
            }
            FaultCode::DayOutsideYear => format!("“{column}”的“{value}”不在 {detail} 年，请核对年份。"),
            FaultCode::DayRepeated => format!("“{column}”的“{value}”与第 {detail} 行重复，请只留一行。"),
            FaultCode::DayKindUnreadable => format!("“{column}”的“{value}”不能判断是放假还是上班，请填写“休”或“班”。"),
            FaultCode::MakeUpOnWeekday => {
                format!("“{column}”的“{value}”不是周六、周日，本来就上班，不是调休上班，请核对。")
            }
            FaultCode::GroundMissing => {
                format!("答复为不予公开，须填写“{column}”（《高等学校信息公开办法》第十条）。")
            }
            FaultCode::WordUnclear => format!("“{column}”的“{value}”可能是{detail}，请选定一个。"),
            FaultCode::WordUnknown => format!("“{column}”的“{value}”不在词表中，请改用已有词条，或在表单中新增。"),
            FaultCode::SeveralNames if detail == KEPT => {
                format!("“{column}”填的“{value}”像是多人的姓名，已照原样保存；请核对，只填一人。")
            }
            FaultCode::SeveralNames if detail == APART => {
                format!("“{column}”只能填一人，“{value}”像是多人，请改为一人，其余另行添加。")
            }
            FaultCode::SeveralNames => format!("“{column}”只能填一人，“{value}”像是多人，请改为一人，其余写入备注。"),
            FaultCode::SeveralDays => format!("写了多个日期，“{column}”已取{detail}，另有“{value}”，请核对取哪一个。"),
            FaultCode::ThingUnclear => format!("这一行可以登记为{detail}，请选定一个。"),
            FaultCode::LeftUnread => {
                format!("“{value}”未能认准，没有录入，请核对“{column}”；应另登一条的，请分行填写。")
            }
            FaultCode::RecordUnknown => {
                format!("“{column}”所选的记录不在台账中或已作废，请重新选择，其余内容不变。")
            }
            FaultCode::PeriodTooShort => {
                format!("“{column}”距开始只有 {value} 个工作日，征求意见不得少于 {detail} 个工作日，请核对。")
            }
            FaultCode::AlsoNeeded => format!("已填“{detail}”，“{column}”也请填写。"),
            FaultCode::PublicWithoutChannel => format!("已公开但未填“{column}”：计入总条数，不计入任何渠道。"),
            FaultCode::Undated => format!("未填“{column}”：不计入任何期间。"),
            FaultCode::CorrectionUnnamed => {
                format!("这是一条更正或澄清，请在“{column}”中选定它更正的是哪一条；选定后，原条目会注明已被更正。")
            }
            FaultCode::CaseFileLeft => {
                format!(
                    "取消“{column}”后，由此登记的案件“{value}”（{detail}）仍然有效，照常统计；不再属实的，请另行作废。"
                )
            }
            FaultCode::InvisibleRemoved if detail == UNSAVED => {
                format!("“{column}”中有看不见的控制字符，保存时将去掉，其余文字不变。")
            }
            FaultCode::InvisibleRemoved => format!("“{column}”中有看不见的控制字符，已去掉，其余文字不变。"),
            FaultCode::PublishedBeforeMade | FaultCode::AnsweredBeforeReceived | FaultCode::EarlierThan => {
                format!("“{column}”{value} 早于“{detail}”，请核对。")
            }
            FaultCode::LooksLikeFormula => {
                format!("“{column}”以“{}”开头，已按文字保存，不会作为公式计算。", value.chars().next().unwrap_or('='))
            }
            FaultCode::RepeatedRow => {
                format!("与第 {detail} 行完全相同；此类登记可以重复，已照常导入，请确认不是误录。")
            }
            FaultCode::TotalRow => "这一行是合计，未作为记录导入。".into(),
            FaultCode::HeaderRepeated => "这一行重复了表头，未作为记录导入。".into(),
            FaultCode::MergedCell if detail.is_empty() => {
                format!("“{column}”是合并单元格，所含各行均按“{value}”导入。")
            }
            FaultCode::MergedCell => {
                format!("“{column}”是合并单元格，“{value}”只计入第{detail}行，所含其余各行不再计。")
            }
            FaultCode::SheetHidden => "此表是隐藏的，未导入。如需导入，请取消隐藏或在列对应关系中指定。".into(),
            FaultCode::SheetUnrecognized => format!("没有认出此表的表头，未导入。列名可写作：{detail}。"),
            FaultCode::ColumnUnrecognized => format!("没有认出“{column}”这一列，其内容未导入。"),
            FaultCode::StatusUnknown => format!("“{column}”的“{value}”不是“作废”一类的状态，按有效导入。"),
            FaultCode::EstimateMarked => format!("“{column}”的“{value}”是约数，已按 {detail} 导入并标记为约数。"),
            FaultCode::WithdrawnWithoutReason => format!("“{column}”已作废而未写原因，原因记为“{detail}”。"),
            FaultCode::WithdrawnInText => {
                format!("“{column}”中写有“{detail}”，此行仍按有效导入；如已作废，请在状态列注明。")
            }
            FaultCode::DateUnlikely if detail.is_empty() => format!("“{column}”的“{value}”晚于今天，请核对。"),
            FaultCode::DateUnlikely => format!("“{column}”的“{value}”与台账年度 {detail} 年相差一年以上，请核对。"),
            FaultCode::SeveralTerms => {
                format!("“{column}”的“{value}”含有多个已有词条（{detail}），此列只能填一个，已整体作为一个词条。")
            }
            FaultCode::TermTaken => format!("“{column}”的“{value}”已按“{detail}”导入，请核对。"),
            FaultCode::TermNear => format!("“{column}”的“{value}”是新词条，与已有的“{detail}”相近，请核对是否同一词。"),
            FaultCode::CellCorrected => {
                let quoted =
                    |text: &str| if text.is_empty() { "空白".into() } else { format!("“{}”", shorten(text)) };
                format!("“{column}”由{}改为{}后导入。", quoted(&value), quoted(detail))
            }
            FaultCode::IdentityNumberFound => found(column, detail, "身份证号", &value, "符合公民身份号码的编排规则"),
            FaultCode::MobileNumberFound => found(column, detail, "手机号", &value, "符合手机号码的号段和位数"),
            FaultCode::BankCardFound => found(column, detail, "银行卡号", &value, "位数和校验位符合银行卡号规则"),
            FaultCode::EmailFound => found(column, detail, "电子邮箱", &value, "符合电子邮箱地址的写法"),
            FaultCode::WithheldYetPublic if value.is_empty() => {
                "保密审查为不予公开，但该条仍登记为公开，照常计入公开条数，请核对。".into()
            }
            FaultCode::WithheldYetPublic => {
                format!("保密审查为不予公开，但该条仍登记为公开（公开日期 {value}），照常计入公开条数，请核对。")
            }
            FaultCode::UnreviewedYetPublic => {
                format!("保密审查为未审查，但已于 {value} 公开。信息公开前应当经过保密审查，请补做审查或核对。")
            }
            FaultCode::CorrectionReasonNeeded => {
                format!("这条记录在已归档的“{value}”（归档第 {detail} 号）的统计期间内，保存时须写明更正原因。")
            }
            FaultCode::PeriodArchived => {
                format!(
                    "此表有记录在已归档的“{value}”（归档第 {detail} 号）的统计期间内，照常导入，原因记为本批次；归档不变，差异列入更正情况。"
                )
            }
            FaultCode::WithheldYetDated => {
                format!(
                    "保密审查为不予公开，但“{column}”填有 {value}。从未公开的，这一天只用于归入期间；曾经公开的，请核对是否已撤下。"
                )
            }
        }
    }
}

/// What must not go out, with its place.
fn found(column: &str, place: &str, what: &str, masked: &str, why: &str) -> String {
    format!("“{column}”第 {place} 字疑似{what} {masked}：{why}。公开前请核实或遮盖，不影响保存。")
}
