//! The sentences of failure in Chinese.

use super::words::{megabytes, name_of};
use super::{Error, Lang, TOLD};

impl Error {
    pub(super) fn zh(&self) -> String {
        match self {
            Error::NoRegisterOpen => "尚未打开台账。请先新建或打开一个台账文件夹。".into(),
            Error::NotARegister { folder } => {
                format!("“{}”不是台账文件夹，其中没有 register.db。请选择新建台账时所用的文件夹。", folder.display())
            }
            Error::FolderNotEmpty { folder } => {
                format!("文件夹“{}”不是空的，未在其中新建台账。请另选一个空文件夹。", folder.display())
            }
            Error::RegisterExists { folder } => {
                format!("“{}”已有台账，未作改动。如确要替换，请加 --replace，原台账会先行备份。", folder.display())
            }
            Error::RegisterBusy { folder } => format!(
                "台账“{}”正在另一窗口或另一台电脑上打开，本次未作任何改动。请先在那里关闭，再试一次。",
                folder.display()
            ),
            Error::RegisterReadOnly { folder } => {
                format!(
                    "台账“{}”只能读取，不能写入，未作任何改动。请检查文件夹的只读属性和写入权限。",
                    folder.display()
                )
            }
            Error::RegisterNewer { folder, found, known } => format!(
                "台账“{}”由更新版本的程序建立（格式 {found}，本程序最高支持 {known}），未作任何改动。请升级本程序后再打开。",
                folder.display()
            ),
            Error::RegisterDamaged { folder, detail } => format!(
                "台账“{}”的数据文件已损坏（{detail}），本次未作改动。请从 backups 中最近一次备份恢复。",
                folder.display()
            ),
            Error::DiskFull { path } => {
                format!("磁盘空间不足，无法写入“{}”，本次操作已全部撤回。请清理磁盘后重试。", path.display())
            }
            Error::RestoreIntoOther { folder } => {
                format!("文件夹“{}”里有别的文件，未在其中恢复台账。请另选一个空文件夹。", folder.display())
            }
            Error::NotABackup { folder } => format!("“{}”不是台账备份，其中没有 register.db。", folder.display()),
            Error::BackupFaulty { folder, detail } => {
                format!("备份“{}”核验未通过（{detail}），未用它恢复。请改用另一份备份。", folder.display())
            }
            Error::UnknownCommand { name } => format!("没有名为“{name}”的操作。"),
            Error::BadRequest { command, detail } => format!("操作“{command}”的参数有误：{detail}"),
            Error::PeriodReversed { from, to } => format!("统计期间的起日 {from} 晚于止日 {to}，请对调。"),
            Error::DayOutOfRange { day } => format!("日期 {day} 不在 1949 年至 2100 年之间。请核对年份。"),
            Error::AddresseeMissing => "年报须写明主送机关，未写出任何文件。请填写，例如某某省教育厅。".into(),
            Error::NoSuchRecord { id } => format!("没有编号为“{id}”的记录。"),
            Error::NoSuchTerm { id } => format!("词表中没有编号为 {id} 的词条。"),
            Error::TermExists { dimension, name } => format!("词表“{dimension}”中已有“{name}”。"),
            Error::TermMisplaced { name } => {
                format!("“{name}”不能放在这个上级之下：上级须属同一词表，且不能是它自己或它的下级。")
            }
            Error::PersonExists { name } => format!(
                "经办人中已有“{name}”，没有重复添加，已登记的内容未改动。如系重名，请在姓名后注明部门，如“{name}（学生处）”。"
            ),
            Error::NoSuchFigure { id } => format!("没有编号为“{id}”的统计指标。"),
            Error::BadDefinition { id, fault } => {
                format!("统计指标“{id}”的口径有误：{}。原口径未改动，请改正后再保存。", fault.zh())
            }
            Error::NoSuchCheck { id } => {
                format!("这个统计期间没有编号为“{id}”的核对结果，未作任何改动。请重新核对后再试。")
            }
            Error::BadCheck { id, fault } => {
                format!("核对项“{id}”有误：{}。原核对项未改动，请改正后再保存。", fault.told(Lang::Zh))
            }
            Error::CheckHolds { label } => format!("“{label}”核对相符，无需接受，未作任何改动。"),
            Error::CheckNotAccepted { label } => {
                format!("“{label}”在这个统计期间没有接受意见，无需撤回，未作任何改动。请核对统计期间。")
            }
            Error::AcceptanceReasonMissing => {
                "接受核对结果或撤回接受须写明理由，未作任何改动。请填写理由后再试。".into()
            }
            Error::FigureShipped { id } => {
                format!("“{id}”是随程序提供的指标，口径不能改动、也不能删除，台账未改动。请复制一份，在副本上修改。")
            }
            Error::FigureExists { id } => format!("编号“{id}”已被另一项指标使用，台账未改动。请换一个编号。"),
            Error::FigureInUse { id, lines, declared } => {
                let mut places = Vec::new();
                if !lines.is_empty() {
                    let lines: Vec<String> = lines.iter().map(usize::to_string).collect();
                    places.push(format!("年报文字第 {} 行用到它", lines.join("、")));
                }
                if *declared > 0 {
                    places.push(format!("有 {declared} 个统计期间填报了它的数"));
                }
                format!("指标“{id}”没有删除：{}。请先改写年报文字、撤回所填报的数，再删除。", places.join("，"))
            }
            Error::SourceMissing => "填报的数须写明来源，没有保存，原有的数不变。请填写来源后再保存。".into(),
            Error::DeclaredOutOfRange { most } => {
                format!("填报的数须为 0 至 {most}，最多三位小数，没有保存，原有的数不变。请改正后再保存。")
            }
            Error::NothingDeclared { id } => {
                format!("指标“{id}”在这个统计期间没有填报的数，无需撤回，未作任何改动。请核对统计期间。")
            }
            Error::TakenBackWithoutReason => "撤回填报的数须写明原因，未作任何改动。请填写原因后再试。".into(),
            Error::TemplateTooLarge { path, most } => format!(
                "“{}”超过 {}，不像是模板文件，没有读取，台账未改动。请核对所选的文件。",
                name_of(path),
                megabytes(*most)
            ),
            Error::TemplateOverItself { path } => {
                format!("原模板不能存到正要导入的“{}”里，没有导入，台账未改动。请为原模板另取文件名。", name_of(path))
            }
            Error::TemplateNotText { path } => format!(
                "“{}”不是文本文件，或用了本程序不认识的编码，台账未改动。请选择模板文件，或用记事本另存为 UTF-8 后再试。",
                name_of(path)
            ),
            Error::TemplateFaulty { path, problems } => {
                let told: Vec<String> =
                    problems.iter().take(TOLD).map(|(line, fault)| format!("第 {line} 行：{}", fault.zh())).collect();
                let rest =
                    if problems.len() > TOLD { format!("……共 {} 处", problems.len()) } else { String::new() };
                format!("模板“{}”有误，台账未改动。{}{rest}。请改正后再试。", name_of(path), told.join("；"))
            }
            Error::BadTemplate { line, fault } => format!("年报模板第 {line} 行有误：{}。台账未改动。", fault.zh()),
            Error::NoSuchBatch { id } => format!("没有编号为“{id}”的导入批次。"),
            Error::BatchUndone { id } => format!("导入批次“{id}”此前已经撤回，无需再撤。"),
            Error::RecordWithdrawn { id } => format!("记录“{id}”已作废，不能再改。"),
            Error::ReasonMissing => "作废须写明原因。记录未改动。".into(),
            Error::CorrectionReasonMissing { title, number, period } => format!(
                "这条记录在已归档的“{title}”（归档第 {number} 号，{}）的统计期间内，更正须写明原因。本次没有保存，台账和归档均未改动。请填写更正原因后再保存。",
                period.zh()
            ),
            Error::NoSuchArchive { id } => format!("没有编号为“{id}”的归档年报，未作任何改动。请刷新后再看。"),
            Error::ArchiveLost { name } => {
                format!("归档文件“{name}”不在台账的 archive 文件夹中，没有写出任何文件，台账未改动。请从备份中找回。")
            }
            Error::ArchiveChanged { name } => format!(
                "归档文件“{name}”的内容与归档时不一致，没有写出任何文件，台账未改动。请核验台账，并从备份中找回。"
            ),
            Error::Refused { faults } => {
                format!("未保存：{}", faults.iter().map(|fault| fault.zh.as_str()).collect::<String>())
            }
            Error::RegisterVanished { folder } => format!(
                "台账文件夹“{}”找不到了，可能是U盘已拔出或文件夹被移走，刚才的操作没有保存，此前保存的记录都在原处。请接回后重新打开台账，已填写的内容会保留。",
                folder.display()
            ),
            Error::TermInto { name, into } => {
                format!("“{name}”不能并入“{into}”：两者须属同一词表，且不能互为上下级。词表未改动。")
            }
            Error::PeriodUnnamed => "统计期间须有名称，且名称不能重复。设置未改动。".into(),
            Error::RuleOutOfRange { most } => {
                format!("期限须为 1 至 {most} 个工作日，延长期限可以为 0。设置未改动。请改正后再保存。")
            }
            Error::CalendarFaulty { faults } => {
                let told: String =
                    faults.iter().take(TOLD).map(|(row, fault)| format!("第{row}行：{}", fault.zh())).collect();
                let rest =
                    if faults.len() > TOLD { format!("……共 {} 处。", faults.len()) } else { String::new() };
                format!("日历未改动。{told}{rest}请改正后再试。")
            }
            Error::WorkbookMissing { path } => format!("找不到文件“{}”。", path.display()),
            Error::WorkbookEncrypted { path } => {
                format!("“{}”设有打开密码，无法读取。请在 Excel 中取消密码后另存，再行导入。", path.display())
            }
            Error::WorkbookDamaged { path, detail } => {
                format!("“{}”不完整或已损坏，无法读取（{detail}）。台账未改动。请重新取得该文件。", path.display())
            }
            Error::WorkbookEmpty { path } => format!("“{}”是空文件，没有可导入的内容。", path.display()),
            Error::WorkbookUnknown { path } => {
                format!("“{}”不是可以导入的表格。可导入 .xlsx、.xls、.ods 和 .csv。", path.display())
            }
            Error::NoHeader { path, sought } => {
                format!("在“{}”中没有认出任何表头，台账未改动。每张表须有一行列名，例如：{sought}。", path.display())
            }
            Error::BadMapping { detail } => format!("列对应关系有误：{detail}。台账未改动。"),
            Error::NoSuchCell { sheet, row, column } => format!(
                "要改的“{sheet}”第{row}行“{column}”，在所导入的表中没有这一格，台账未改动。文件可能已被改过，请重新选择文件核对。"
            ),
            Error::TooManyRows { rows, most } => {
                format!(
                    "粘贴了 {rows} 行，一次最多 {most} 行，没有登记任何一行。请存成表格文件后用“导入”，或分几次粘贴。"
                )
            }
            Error::NothingRefused { path } => format!("“{}”没有未收的行，未写出任何文件，无需改正。", path.display()),
            Error::NoSuchLeftover { id } => {
                format!("编号为 {id} 的未收行不在待处理之列，可能已经处理过，未作任何改动。请刷新后再看。")
            }
            Error::LeftoverElsewhere { thing, other } => {
                format!("这一行属于“{thing}”，不能登记为“{other}”，未作任何改动。请在“{thing}”中登记。")
            }
            Error::FolderMissing { folder } => {
                format!("没有文件夹“{}”，未写出任何文件。请先建好文件夹，或另选保存位置。", folder.display())
            }
            Error::NotAFile { path } => {
                format!("“{}”不是文件名，未写出任何文件。请另选保存位置和文件名。", path.display())
            }
            Error::InsideRegister { path } => {
                format!("“{}”在台账文件夹之内，报告不能写在那里，以免覆盖台账。请另选文件夹。", path.display())
            }
            Error::SameFile { path } => {
                format!("年报和统计表不能写入同一个文件“{}”，未写出任何文件。请为两者取不同的文件名。", path.display())
            }
            Error::FileReadOnly { path } => {
                format!("没有写入“{}”的权限，或它是只读文件，原有文件未改动。请另选保存位置。", path.display())
            }
            Error::FileBusy { path } => {
                format!("“{}”正在另一程序（如 Word、Excel）中打开，原有文件未改动。请关闭后重试。", path.display())
            }
            Error::EvidenceGone { path } => format!(
                "找不到文件“{}”，可能已被移走、改名，或U盘已拔出，没有添加，已有的佐证材料不受影响。请重新选择文件。",
                name_of(path)
            ),
            Error::EvidenceUnreadable { path } => {
                format!("没有读取“{}”的权限，没有添加，已有的佐证材料不受影响。请检查文件权限后重试。", name_of(path))
            }
            Error::EvidenceNotAFile { path } => {
                format!("“{}”不是文件，没有添加。文件夹请先压缩成一个文件，或逐个选择其中的文件。", name_of(path))
            }
            Error::EvidenceEmpty { path } => format!(
                "“{}”是空文件（0 字节），没有添加，已有的佐证材料不受影响。可能没有下载或复制完整，请打开原件核对后重新选择。",
                name_of(path)
            ),
            Error::EvidenceInside { path } => {
                format!("“{}”在台账文件夹之内，没有添加。请选择台账之外的文件。", name_of(path))
            }
            Error::EvidenceTooLarge { path, size, most } => format!(
                "“{}”有 {}，超过了上限 {}，没有添加，已有的佐证材料不受影响。请压缩或拆分后再添加，或在设置中调高上限。",
                name_of(path),
                megabytes(*size),
                megabytes(*most)
            ),
            Error::EvidenceLimitOutOfRange { most } => {
                format!("佐证材料的大小上限须为 1 至 {most} MB。设置未改动。请改正后再保存。")
            }
            Error::EvidenceReasonMissing => "撤下佐证材料须写明原因，未作任何改动。请填写原因后再试。".into(),
            Error::EvidenceLost { name } => format!(
                "佐证材料“{name}”的文件不在台账的 evidence 文件夹中，无法打开，记录不受影响。请从备份中找回，或重新添加这个文件。"
            ),
            Error::EvidenceChanged { name } => format!(
                "佐证材料“{name}”的内容与添加时不一致，没有打开，记录不受影响。请从备份中找回，或重新添加原来的文件。"
            ),
            Error::NoSuchEvidence { record } => {
                format!("记录“{record}”没有这份佐证材料，未作任何改动。请刷新后再看。")
            }
            Error::CommentsNeedWord { path } => format!(
                "“{}”不是 .docx 文件，不能生成带批注的副本，未写出任何文件。请另存为 .docx 后再核对，或者不生成副本、直接查看核对结果。",
                path.display()
            ),
            Error::DocumentUnknown { path } => format!(
                "“{}”不是可以读取文字的文件，台账未改动。可以读取 .docx、.pdf、.xlsx、.xls、.ods、.csv 和 .txt；.doc 和 .wps 请另存为 .docx。",
                name_of(path)
            ),
            Error::DocumentEncrypted { path } => {
                format!("“{}”设有打开密码，无法读取其中的文字，台账未改动。请取消密码后再试。", name_of(path))
            }
            Error::DocumentDamaged { path, detail } => format!(
                "读不出“{}”中的文字（{detail}），文件可能不完整、已损坏，或用了本程序不认识的编码，台账未改动。请打开原件人工核对，必要时另存后再试。",
                name_of(path)
            ),
            Error::DocumentWithoutText { path } => {
                format!("“{}”中没有文字，可能是扫描件或图片，台账未改动。请打开原件人工核对。", name_of(path))
            }
            Error::DocumentTooLarge { path, most } => format!(
                "“{}”展开后超过 {}，没有读取其中的文字，台账未改动。请人工核对其内容。",
                name_of(path),
                megabytes(*most)
            ),
            Error::NoSuchFinding { record } => {
                format!("记录“{record}”现在没有这处敏感信息，可能文字已经改动，处理意见没有保存。请重新检查后再填。")
            }
            Error::GraceTooLong { most } => {
                format!("宽限不得超过 {most} 天，更新周期没有保存。请改正后再保存。")
            }
            Error::DecisionReasonMissing => "这样处理须写明理由，处理意见没有保存。请填写理由后再试。".into(),
            Error::QuestionsEmpty => "保密审查至少要有一个问题，且问题不能为空。设置未改动。请改正后再保存。".into(),
            Error::AnswerMissing { question } => {
                format!("“{question}”尚未回答，保密审查没有保存。请逐项回答后再保存。")
            }
            Error::NotReviewed { id } => {
                format!("“{id}”不是主动公开信息，不作保密审查，未作任何改动。请选择一条主动公开信息。")
            }
            Error::Cancelled => "已取消，台账未改动。".into(),
            Error::Io { path, source } => format!("无法读写“{}”：{source}。", path.display()),
            Error::Store(source) => format!("数据库操作失败，本次操作已全部撤回：{source}。"),
            Error::Write { path, detail } => format!("无法写出“{}”：{detail}。原有文件未改动。", path.display()),
            Error::Internal { detail } => format!("程序内部错误，本次操作已全部撤回：{detail}。"),
        }
    }
}
