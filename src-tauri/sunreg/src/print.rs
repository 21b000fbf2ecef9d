//! How answers are printed: one JSON value, or lines to read.

use std::io::{self, IsTerminal, Write};

use register::things::Dimension;
use serde_json::Value as Json;

use crate::arguments::{Arguments, Command};

/// Prints an answer on standard output.
pub fn answer(arguments: &Arguments, answer: &Json) -> io::Result<()> {
    let mut out = io::stdout().lock();
    if arguments.json {
        writeln!(out, "{answer}")?;
        return out.flush();
    }
    match &arguments.command {
        Command::Figures { .. } => {
            for figure in items(answer) {
                writeln!(
                    out,
                    "{:<14}{}\t{}\t({})",
                    text(&figure["id"]),
                    text(&figure["display"]),
                    text(&figure["label"]),
                    figure["rows"]
                )?;
            }
        }
        Command::Rows { .. } => {
            for record in items(&answer["records"]) {
                let (date, id) = (text(&record["date"]), text(&record["id"]));
                writeln!(out, "{date}\t{}\t{id}\t{}", record["quantity"], text(&record["title"]))?;
            }
            writeln!(out, "{} = {}", text(&answer["figure"]), answer["value"])?;
        }
        Command::Import { .. } => import(&mut out, answer)?,
        Command::Proof { .. } => proof(&mut out, answer)?,
        Command::Search { .. } => {
            for hit in items(&answer["hits"]) {
                let mark = if hit["withdrawn"].is_null() { "" } else { "\t作废" };
                writeln!(out, "{}\t{}\t{}{mark}", text(&hit["date"]), text(&hit["id"]), text(&hit["title"]))?;
            }
            writeln!(out, "共 {} 条", answer["total"])?;
        }
        Command::Verify { .. } => {
            for check in items(&answer["checks"]) {
                let mark = if check["ok"] == true { "通过" } else { "不符" };
                writeln!(out, "{mark}\t{}\t{}", text(&check["check"]), text(&check["detail"]))?;
            }
        }
        Command::Backup { .. } => {
            let verified =
                if answer["verified"] == true { "已核验" } else { "核验未通过，请用 verify 查看" };
            writeln!(out, "{}（{} 条记录，{verified}）", text(&answer["backup"]), answer["records"])?;
        }
        Command::New { .. } | Command::Restore { .. } => {
            writeln!(
                out,
                "{} · {} · {} 条记录",
                text(&answer["institution"]),
                text(&answer["folder"]),
                answer["records"]
            )?;
        }
        Command::Undo { .. } => writeln!(out, "已撤回 {}：{}", text(&answer["id"]), text(&answer["file"]))?,
        Command::Report { docx: None, xlsx: None, .. } => writeln!(out, "{answer:#}")?,
        Command::Report { .. } => {
            for file in [&answer["docx"], &answer["xlsx"]].into_iter().filter(|file| file.is_string()) {
                writeln!(out, "{}", text(file))?;
            }
        }
    }
    out.flush()
}

fn import(out: &mut impl Write, answer: &Json) -> io::Result<()> {
    for sheet in items(&answer["sheets"]) {
        let count = |list: &str| sheet[list].as_array().map_or(0, Vec::len);
        writeln!(
            out,
            "“{}”：{} 行，导入 {}，重复 {}，退回 {}",
            text(&sheet["sheet"]),
            sheet["rows"],
            sheet["accepted"],
            count("duplicates"),
            count("refused")
        )?;
        for entry in items(&sheet["refused"]).chain(items(&sheet["warnings"])) {
            writeln!(out, "  {}", text(&entry["message"]))?;
        }
    }
    for term in items(&answer["new_terms"]) {
        let dimension = Dimension::from_key(text(&term["dimension"])).map_or("", Dimension::label);
        writeln!(out, "新增词条：{dimension} · {}", text(&term["name"]))?;
    }
    match answer["batch"].as_str() {
        Some(batch) => writeln!(out, "批次 {batch}"),
        None => writeln!(out, "台账未改动"),
    }
}

fn proof(out: &mut impl Write, answer: &Json) -> io::Result<()> {
    let of = |verdict: &str| items(&answer["numbers"]).filter(|number| number["verdict"] == verdict).count();
    for number in items(&answer["numbers"]).filter(|number| number["verdict"] == "contradicts") {
        let (place, said) = (&number["paragraph"], text(&number["text"]));
        writeln!(out, "不符\t第{place}段\t{said}\t台账：{}{}", text(&number["label"]), text(&number["display"]))?;
    }
    for sum in items(&answer["sums"]) {
        let parts: Vec<String> = items(&sum["parts"]).map(Json::to_string).collect();
        let mark = if sum["holds"] == true { "相符" } else { "不符" };
        let (place, parts) = (&sum["paragraph"], parts.join("+"));
        writeln!(
            out,
            "{mark}\t第{place}段\t合计{}\t{parts}={}（{}）",
            sum["stated"],
            sum["computed"],
            listed(&sum["units"])
        )?;
    }
    for repeat in items(&answer["repeats"]) {
        let mark = if repeat["agree"] == true { "一致" } else { "不一" };
        let places: Vec<String> = items(&repeat["paragraphs"]).map(Json::to_string).collect();
        writeln!(out, "{mark}\t第{}段\t{}（{}）", places.join("、"), repeat["number"], listed(&repeat["units"]))?;
    }
    if let Some(copy) = answer["comments"].as_str() {
        writeln!(out, "带批注的副本：{copy}")?;
    }
    let (matches, contradicts, unknown) = (of("matches"), of("contradicts"), of("unknown"));
    writeln!(out, "与台账相符 {matches} 处，不符 {contradicts} 处，台账没有对应统计 {unknown} 处")
}

fn listed(list: &Json) -> String {
    items(list).map(text).collect::<Vec<_>>().join("、")
}

/// What is wrong with the arguments, in one sentence.
pub fn usage(wrong: &clap::Error) -> String {
    let said = wrong.to_string();
    let said = said.split("\n\n").next().unwrap_or_default().trim_start_matches("error: ");
    let said: Vec<&str> = said.split_whitespace().collect();
    format!("用法有误（{}）。请用 sunreg --help 查看用法，日期写作 2023-02-01。", said.join(" "))
}

/// A sentence on standard error.
pub fn error(sentence: &str) {
    let mut err = io::stderr().lock();
    let mark = if err.is_terminal() { "\u{1b}[31m✗\u{1b}[0m " } else { "" };
    let _ = writeln!(err, "{mark}{sentence}");
}

fn items(list: &Json) -> impl Iterator<Item = &Json> {
    list.as_array().into_iter().flatten()
}

fn text(value: &Json) -> &str {
    value.as_str().unwrap_or_default()
}
