//! Headings as offices write them: each sheet is known for what it is, column by column.

use super::*;

#[test]
fn every_sheet_of_the_reference_ledger_is_known() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/信息公开台账2023.xlsx");
    let mut book = Workbook::open(&path).expect("opens");
    let sheets = [
        (
            "publications",
            "serial title doc_number kind channels carrier copies department made_on published_on is_public \
             secrecy_review status link remarks",
        ),
        ("meetings", "serial name kind held_on place chair attendance remarks"),
        (
            "replies",
            "serial received_on channel source matter subject quantity unit department replied_on about_disclosure \
             remarks",
        ),
        ("day_counts", "received_on channel source matter quantity remarks"),
        ("materials", "handed_on name quantity unit recipients"),
        ("evaluations", "held_on method issued valid satisfied remarks"),
        ("requests", "serial received_on applicant_class mode content outcome replied_on fee remarks"),
        ("case_files", "serial filed_on kind authority subject result remarks"),
    ];
    for (index, (target, columns)) in sheets.into_iter().enumerate() {
        let sheet = book.read(index).expect("reads");
        // As it is, and under a name that says nothing.
        for name in [sheet.name.clone(), "Sheet1".to_owned()] {
            let named = Sheet { name, ..sheet.clone() };
            let recognised = recognise(&named, "信息公开台账2023").expect("recognised");
            assert_eq!((recognised.target.key(), meanings(&recognised).as_str()), (target, columns), "{}", sheet.name);
            assert_eq!(recognised.header, usize::from(index == 0));
            assert_eq!(recognised.year, Some(2023));
        }
    }
}

/// Ledgers of other offices: target, headings, meanings.
const LEDGERS: &[(&str, &str, &str)] = &[
    ("publications", "序号|公开内容|公开形式|公开时间|责任科室", "serial title channels published_on department"),
    (
        "publications",
        "编号|文件名称|发文字号|成文日期|公开属性|发布日期",
        "serial title doc_number made_on is_public published_on",
    ),
    ("publications", "标题|栏目|发布时间|发布部门|链接地址", "title channels published_on department link"),
    (
        "publications",
        "索引号|信息名称|信息类别|生成日期|公开日期|公开方式|公开范围|责任部门|备注",
        "index_number title kind made_on published_on channels audience department remarks",
    ),
    (
        "publications",
        "序号|主动公开内容*|公开渠道（可多选）|载体形式|印数（份）|承办单位|形成时间|公开时间：|是否主动公开|保密审核情况|说明",
        "serial title channels carrier copies department made_on published_on is_public secrecy_review remarks",
    ),
    (
        "publications",
        "信息标题|发布平台|上网日期|供稿单位|审核意见|网址",
        "title channels published_on department secrecy_review link",
    ),
    (
        "publications",
        "序号|公文标题|文件编号|印发日期|公文公开属性|印发单位|公布时间|公布途径",
        "serial title doc_number made_on is_public department published_on channels",
    ),
    (
        "publications",
        "题名|发文日期|文号|公示时间|公示平台|状态|作废原因",
        "title made_on doc_number published_on channels status reason",
    ),
    ("publications", "公示标题|公示地点|张贴日期|责任单位|是否作废", "title channels published_on department status"),
    (
        "publications",
        "清单事项|公开项目|公开网站|公开责任部门|首次公开时间",
        "list_item title channels department published_on",
    ),
    ("publications", "稿件标题|刊登媒体|刊发日期|供稿部门|文章链接", "title channels published_on department link"),
    (
        "publications",
        "序号|校务公开事项|公开形式|公开时间|公开范围|责任处室|审批情况",
        "serial title channels published_on audience department secrecy_review",
    ),
    ("publications", "名 称|发 布 日 期|发 布 渠 道|部 门", "title published_on channels department"),
    (
        "meetings",
        "序号|会议主题|会议时间|会议地点|主持领导|与会人数|参会人员",
        "serial name held_on place chair attendance -",
    ),
    ("meetings", "时间|会议名称|会议类型|主办部门|参加人数|备注", "held_on name kind department attendance remarks"),
    ("meetings", "编号|会议议题|召开时间|召集人|到会人数|会议室", "serial name held_on chair attendance place"),
    ("meetings", "召开日期|会议内容|级别|地点|出席人数|记录人", "held_on name - place attendance -"),
    (
        "replies",
        "编号|来信日期|来信方式|反映人|反映问题|问题类别|办理部门|回复日期|办理结果",
        "serial received_on channel - subject matter department replied_on -",
    ),
    (
        "replies",
        "受理时间|受理渠道|投诉人|投诉内容|承办科室|办结时间",
        "received_on channel - subject department replied_on",
    ),
    (
        "replies",
        "登记日期|来件方式|反映人类别|诉求类型|诉求内容|件数|责任单位|答复时间|是否涉及信息公开",
        "received_on channel source matter subject quantity department replied_on about_disclosure",
    ),
    (
        "replies",
        "序号|信访日期|信访形式|信访人|信访事项|信访类别|办理单位|办结日期",
        "serial received_on channel - subject matter department replied_on",
    ),
    (
        "replies",
        "留言时间|留言主题|留言人|回复部门|回复时间|备注",
        "received_on subject - department replied_on remarks",
    ),
    (
        "replies",
        "提案日期|提案人|提案名称|承办部门|答复日期|状态",
        "received_on - subject department replied_on status",
    ),
    ("replies", "交办时间|交办单位|交办事项|责任部门|反馈时间", "received_on source subject department replied_on"),
    ("day_counts", "日期|咨询方式|咨询对象|咨询内容|咨询人次", "received_on channel source matter quantity"),
    ("day_counts", "登记日期|渠道|服务对象|人次", "received_on channel source quantity"),
    (
        "day_counts",
        "时间|接待方式|接待事项|接待人次|值班部门|备注",
        "received_on channel matter quantity department remarks",
    ),
    ("day_counts", "日期|平台|事项类别|答疑人次（人次）", "received_on channel matter quantity"),
    (
        "replies",
        "来访日期|来访人|来访人类别|来电人|投诉人|咨询人|来访事由|经办人|来访渠道",
        "received_on - source - - - subject - channel",
    ),
    (
        "publications",
        "信息名称|公开日期|公开渠道|保密审查人|审查人|审查意见",
        "title published_on channels - - secrecy_review",
    ),
    ("materials", "发放时间|宣传资料名称|发放份数|发放对象|发放部门", "handed_on name quantity recipients department"),
    (
        "materials",
        "序号|材料名称|领取日期|领取单位|领取数量|单位|经办人",
        "serial name handed_on recipients quantity unit -",
    ),
    ("materials", "日期|手册名称|数量（本）|发放范围|备注", "handed_on name quantity recipients remarks"),
    (
        "requests",
        "序号|申请日期|申请人姓名|申请人类型|申请渠道|所需信息内容描述|处理结果|答复时间|减免金额",
        "serial received_on applicant applicant_class mode content outcome replied_on fee_waived",
    ),
    (
        "requests",
        "收到申请时间|申请主体|申请公开的信息|答复结果|办理部门|收取费用",
        "received_on applicant_class content outcome department fee",
    ),
    (
        "requests",
        "受理日期|申请方式|申请事项|答复情况|办结日期|备注",
        "received_on mode content outcome replied_on remarks",
    ),
    (
        "requests",
        "收到日期|申请人|申请内容|指定提供方式|补正通知日期|补正日期|延期日期|延期原因|征求第三方意见日期|第三方答复日期|第三方意见|答复类型|不予公开理由|答复日期",
        "received_on applicant content answer_form clarify_asked_on clarify_given_on extended_on extension_reason third_party_asked_on third_party_answered_on third_party_opinion outcome refusal_ground replied_on",
    ),
    (
        "evaluations",
        "测评时间|测评方式|发出份数|收回份数|有效份数|满意人数|满意率",
        "held_on method issued - valid satisfied -",
    ),
    (
        "evaluations",
        "调查日期|调查形式|发放问卷数|回收问卷|满意数|基本满意|不满意",
        "held_on method issued valid satisfied - -",
    ),
    ("evaluations", "日期|评议类型|发放票数|有效票数|满意票数|说明", "held_on method issued valid satisfied remarks"),
    ("case_files", "立案日期|案件类型|复议机关|案由|复议结果", "filed_on kind authority subject result"),
    (
        "case_files",
        "序号|受理时间|类型|受理法院|诉讼请求|裁判结果|备注",
        "serial filed_on kind authority subject result remarks",
    ),
    ("case_files", "举报日期|类别|举报内容|受理机构|处理结果", "filed_on kind subject authority result"),
];

#[test]
fn ledgers_of_other_offices_are_known() {
    assert!(LEDGERS.len() >= 30);
    for (target, headings, columns) in LEDGERS {
        let recognised = recognise(&sheet("Sheet1", &[headings]), "export").unwrap_or_else(|| panic!("{headings}"));
        assert_eq!((recognised.target.key(), meanings(&recognised).as_str()), (*target, *columns), "{headings}");
        // Under its own target it reads the same.
        let again = read_as(&sheet("Sheet1", &[headings]), "export", recognised.target, None);
        assert_eq!(again, Some(recognised), "{headings}");
    }
}

#[test]
fn a_sheet_of_inquiries_is_known_by_its_title() {
    let lines = ["2023年咨询统计", "时间|途径|人数", "3月2日|电话|12"];
    let recognised = recognise(&sheet("Sheet1", &lines), "export").expect("recognised");
    let read = (recognised.target, meanings(&recognised));
    assert_eq!(read, (Target::DayCounts, "received_on channel quantity".to_owned()));
    assert_eq!(recognise(&sheet("咨询统计", &lines[1..]), "x").map(|known| known.target), Some(Target::DayCounts));
}

#[test]
fn satisfaction_in_degrees_is_told_from_a_total() {
    let found = |headings: &str| {
        let lines = [format!("测评时间|有效份数|{headings}")];
        let recognised = recognise(&sheet("Sheet1", &lines.each_ref().map(String::as_str)), "x").expect(headings);
        degrees(&recognised).join(" ")
    };
    assert_eq!(found("非常满意|满意|基本满意|不满意"), "非常满意 满意 基本满意");
    assert_eq!(found("很满意份数|比较满意份数|不太满意份数"), "很满意份数 比较满意份数");
    assert_eq!(found("满意|基本满意|不满意"), "满意 基本满意");
    for total in ["满意|不满意", "满意份数|基本满意|不满意", "非常满意|满意人数", "非常满意和满意|基本满意"]
    {
        assert_eq!(found(total), "", "{total}");
    }
}

#[test]
fn other_sheets_are_left_alone() {
    for headings in [
        "姓名|部门|职务|办公电话|手机|备注",
        "星期|节次|课程名称|任课教师|教室|时间",
        "说明|内容",
        "序号|用印日期|文件名称|份数|用印部门|用印人|审批人",
        "序号|品名|规格|数量|单位|单价|金额",
        "日期|收入|支出|余额|摘要",
        "学号|姓名|班级|成绩|备注",
        "日期|来访人姓名|单位|事由|电话|进校时间|离校时间",
        "合同名称|签订日期|金额|对方单位|经办人",
        "收文日期|来文单位|文件标题|文号|密级|份数|承办人",
        "日期|天气|值班人员|交接情况",
        "指标|单位|数值",
        "名称|数量|日期|单位",
        "序号|渠道名称|说明",
        "词条|所属词表|备注",
    ] {
        let found = recognise(&sheet("Sheet1", &[headings]), "export");
        assert_eq!(found.as_ref().map(|found| (found.target.key(), meanings(found))), None, "{headings}");
    }
    let guide =
        ["使用说明", "1. 公开日期请填写到日。", "2. 公开渠道可填多个，用顿号分开。", "信息名称|必填", "公开日期|必填"];
    assert_eq!(recognise(&sheet("使用说明", &guide), "export"), None);
    assert_eq!(recognise(&sheet("空表", &[]), "export"), None);
}
