//! The command line.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use mitwirken::app::{self, App};
use mitwirken::catalogue;
use mitwirken::clock::Clock;
use mitwirken::config::{Config, KEYS};
use mitwirken::content::{self, export::export};
use mitwirken::db::{Origin, backup, restore};
use mitwirken::ids::Ids;
use mitwirken::{access, accounts};
use mitwirken::{doctor, openapi, telemetry};

/// The participation platform for cities: one program, one file of data.
///
/// Without a command it serves: `mitwirken` listens on <http://127.0.0.1:8080> and keeps its data in
/// `./data`. Settings come from one TOML file (`--config`) and from `MITWIRKEN_*` variables, which
/// win; `mitwirken settings` lists them all.
#[derive(Debug, Parser)]
#[command(version, arg_required_else_help = false)]
struct Cli {
    /// The settings file (TOML).
    #[arg(long, global = true, env = "MITWIRKEN_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the app and the API (this is what happens without a command)
    Serve,
    /// Bring the database's schema up to date, and do nothing else
    Migrate,
    /// Import formats, examples, guides and concepts: all of them or none
    Import {
        /// A folder with formats/, examples/, guides/ and concepts/ (as `export` writes it), or a file
        /// with the catalogue of another city (`/api/v1/catalogue`)
        source: PathBuf,
    },
    /// Export formats, examples, guides and concepts into a folder of TOML files
    Export {
        /// The folder; it is made if it is not there
        folder: PathBuf,
    },
    /// Print the `OpenAPI` document
    Openapi,
    /// Write the whole database to one file, while the server runs or not
    Backup {
        /// The file, e.g. mitwirken-2026-11-23.backup
        file: PathBuf,
    },
    /// Restore a backup into an empty database, SQLite or PostgreSQL, whichever it came from
    Restore {
        /// The file that `backup` wrote
        file: PathBuf,
    },
    /// Accounts and roles, for whoever has a shell here
    #[command(subcommand)]
    User(UserCommand),
    /// Turn over the keys that sign access tokens; nobody is signed out
    RotateKeys,
    /// Look for what is wrong and say how to mend it
    Doctor,
    /// List every setting with its default and its meaning
    Settings,
}

#[derive(Debug, Subcommand)]
enum UserCommand {
    /// Make an account with a role everywhere, and print the link with which its owner chooses a password
    Add {
        /// The e-mail address
        email: String,
        /// The name, e.g. "Erika Mustermann"
        #[arg(long)]
        name: String,
        /// The role, e.g. admin, `department_admin`, editor, moderator, dpo
        #[arg(long, default_value = "admin")]
        role: String,
    },
    /// Give an account a role
    Grant {
        /// The e-mail address
        email: String,
        /// The role, e.g. editor
        #[arg(long)]
        role: String,
        /// The department's id; without it the role holds everywhere
        #[arg(long)]
        department: Option<uuid::Uuid>,
    },
    /// Take password and second factor away, and print the link with which the owner chooses them anew
    Reset {
        /// The e-mail address
        email: String,
    },
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let outcome = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .worker_threads(2)
        .build()
        .map_err(Into::into)
        .and_then(|runtime| runtime.block_on(run(cli)));
    match outcome {
        Ok(code) => code,
        Err(error) => {
            eprintln!("mitwirken: {error}");
            ExitCode::FAILURE
        }
    }
}

type Failure = Box<dyn std::error::Error + Send + Sync>;

async fn run(cli: Cli) -> Result<ExitCode, Failure> {
    let variables = std::env::vars();
    let config = || Config::load(cli.config.as_deref(), variables);
    match cli.command.unwrap_or(Command::Serve) {
        Command::Serve => serve(config()?).await?,
        Command::Migrate => {
            let db = app::open_database(&config()?).await?;
            let state = db.migrate().await?;
            println!("schema version {} → {}", state.before, state.after);
            db.close().await;
        }
        Command::Import { source } => {
            let read = if source.is_file() {
                catalogue::read_catalogue(&source, Clock::System.today())
            } else {
                content::read_folder(&source)
            };
            let bundle = read.map_err(content::ImportError::Content)?;
            let db = app::open_database(&config()?).await?;
            db.migrate().await?;
            let now = Clock::System.now();
            let report = content::import(&db, &bundle, Origin::Local, Ids, now).await?;
            println!(
                "{} new, {} changed, {} as they were",
                report.inserted, report.updated, report.unchanged
            );
            db.close().await;
        }
        Command::Export { folder } => {
            let db = app::open_database(&config()?).await?;
            db.migrate().await?;
            let files = export(&db, &folder).await?;
            println!("{files} files in {}", folder.display());
            db.close().await;
        }
        Command::Openapi => print!("{}", openapi::to_json(&openapi::document())?),
        Command::Backup { file } => {
            let config = config()?;
            app::demand_key_elsewhere(&config, &file)?;
            let db = app::open_database(&config).await?;
            let rows = backup(&db, &file, Clock::System.now()).await?;
            println!("{rows} rows in {}", file.display());
            db.close().await;
        }
        Command::Restore { file } => {
            let db = app::open_database(&config()?).await?;
            let rows = restore(&db, &file).await?;
            println!("{rows} rows restored");
            db.close().await;
        }
        Command::User(command) => {
            let app = App::start(config()?, Clock::System).await?;
            match command {
                UserCommand::Add { email, name, role } => {
                    println!("{}", accounts::command::add(&app, &email, &name, &role).await?);
                }
                UserCommand::Grant { email, role, department } => {
                    accounts::command::grant(&app, &email, &role, department).await?;
                    println!("{email} is {role} now");
                }
                UserCommand::Reset { email } => {
                    println!("{}", accounts::command::reset(&app, &email).await?);
                }
            }
            app.db.close().await;
        }
        Command::RotateKeys => {
            let config = config()?;
            let db = app::open_database(&config).await?;
            db.migrate().await?;
            let keys = app::keys(&config, &db).await?;
            access::signing::rotate(&db, &keys, Ids, Clock::System.now()).await?;
            println!("a new key signs; the old ones still check what they signed");
            db.close().await;
        }
        Command::Doctor => return Ok(report(&doctor::examine(&config()?).await)),
        Command::Settings => print_settings(),
    }
    Ok(ExitCode::SUCCESS)
}

async fn serve(config: Config) -> Result<(), Failure> {
    telemetry::start_logging(&config);
    let metrics = match config.metrics_listen.0 {
        Some(address) => Some((address, telemetry::start_metrics()?)),
        None => None,
    };
    let app = App::start(config, Clock::System).await?;
    if let Some((address, handle)) = metrics {
        telemetry::serve_metrics(address, handle)?;
    }
    let running = app::serve(&app)?;
    println!("MitWIRken answers at {}", app.config.public_url);
    println!("  listening on {}, data in {}", running.address, app.config.data_dir.display());
    println!("  API: {}/docs   stop with Ctrl-C", app.config.public_url);
    if let Some(link) = accounts::set_up_link(&app).await? {
        println!("  Nobody runs this portal yet. Open this link within 24 hours to make the first account:");
        println!("  {link}");
    }
    running.until_signal().await?;
    Ok(())
}

fn report(findings: &[doctor::Finding]) -> ExitCode {
    let mut code = ExitCode::SUCCESS;
    for finding in findings {
        match &finding.outcome {
            Ok(found) => println!("fine   {:<16} {found}", finding.name),
            Err(wrong) => {
                code = ExitCode::FAILURE;
                println!("WRONG  {:<16} {wrong}", finding.name);
            }
        }
    }
    code
}

fn print_settings() {
    println!("# Every setting, as the TOML file has it. The variable in brackets wins.");
    for key in KEYS {
        println!("\n# {} [{}]", key.meaning.trim(), key.variable());
        println!("{} = \"{}\"", key.name, key.default);
    }
}
