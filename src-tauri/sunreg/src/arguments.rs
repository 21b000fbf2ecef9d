//! The arguments of `sunreg`: a contract that scripts rely on.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::{Parser, Subcommand};

/// 阳光台账命令行：登记、导入、统计、年报。
///
/// REGISTER is a folder; dates are YYYY-MM-DD. Exit code: 0 done, 1 findings, 2 wrong usage or an error.
#[derive(Parser)]
#[command(name = "sunreg", version)]
pub struct Arguments {
    /// Print one JSON value on standard output and nothing else
    #[arg(long, global = true)]
    pub json: bool,
    /// Sentences in English
    #[arg(long = "en", global = true)]
    pub english: bool,
    /// Who is at work, for the change log [default: the user of the system]
    #[arg(long, global = true, value_name = "NAME")]
    pub who: Option<String>,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// 新建台账 Make a register in an empty or new folder
    New {
        register: PathBuf,
        #[arg(long, value_name = "NAME")]
        institution: String,
    },
    /// 导入工作簿 Import a workbook: .xlsx, .xls, .ods, .csv
    Import {
        register: PathBuf,
        workbook: PathBuf,
        /// Show what would come of it, change nothing
        #[arg(long)]
        dry_run: bool,
        /// Refuse rows with words that the vocabulary lacks
        #[arg(long)]
        strict: bool,
        /// How sheets and columns are to be read (JSON)
        #[arg(long, value_name = "FILE")]
        mapping: Option<PathBuf>,
    },
    /// 撤回导入批次 Take an import back whole
    Undo { register: PathBuf, batch: String },
    /// 统计 Every figure of the annual report
    Figures {
        register: PathBuf,
        #[arg(long)]
        from: NaiveDate,
        #[arg(long)]
        to: NaiveDate,
    },
    /// 查看某项统计的记录 The records behind a figure
    Rows {
        register: PathBuf,
        figure: String,
        #[arg(long)]
        from: NaiveDate,
        #[arg(long)]
        to: NaiveDate,
    },
    /// 年度报告 The annual report, as Word and Excel
    Report {
        register: PathBuf,
        #[arg(long)]
        from: NaiveDate,
        #[arg(long)]
        to: NaiveDate,
        /// To whom the report goes
        #[arg(long, value_name = "NAME")]
        addressee: String,
        /// The day the report bears [default: --to]
        #[arg(long)]
        date: Option<NaiveDate>,
        #[arg(long, value_name = "FILE")]
        docx: Option<PathBuf>,
        #[arg(long, value_name = "FILE")]
        xlsx: Option<PathBuf>,
    },
    /// 成稿核对 Hold a finished document against the figures: .docx, .xlsx, .txt, .pdf
    Proof {
        register: PathBuf,
        document: PathBuf,
        #[arg(long)]
        from: NaiveDate,
        #[arg(long)]
        to: NaiveDate,
        /// A copy of a .docx with each finding as a comment
        #[arg(long, value_name = "FILE")]
        comments: Option<PathBuf>,
    },
    /// 检索 Records whose text holds TEXT, newest first
    Search {
        register: PathBuf,
        text: String,
        #[arg(long, default_value_t = 100)]
        limit: usize,
    },
    /// 核验 Prove the register against its change log
    Verify { register: PathBuf },
    /// 备份 Copy the register and prove the copy
    Backup {
        register: PathBuf,
        /// The folder to put the backup into [default: the register's own backups]
        #[arg(long, value_name = "FOLDER")]
        to: Option<PathBuf>,
    },
    /// 恢复 Put a backup in a register's place
    Restore {
        backup: PathBuf,
        register: PathBuf,
        /// Replace an existing register, after backing it up
        #[arg(long)]
        replace: bool,
    },
}

impl Command {
    /// The register that has to be open for the command.
    pub fn opens(&self) -> Option<&Path> {
        match self {
            Command::Import { register, .. }
            | Command::Undo { register, .. }
            | Command::Figures { register, .. }
            | Command::Rows { register, .. }
            | Command::Report { register, .. }
            | Command::Proof { register, .. }
            | Command::Search { register, .. }
            | Command::Backup { register, .. } => Some(register),
            Command::New { .. } | Command::Verify { .. } | Command::Restore { .. } => None,
        }
    }
}
