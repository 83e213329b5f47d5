//! Two engines, one behaviour: schema, start, backup.

use mitwirken::accounts;
use mitwirken::app::{StartError, open_database};
use mitwirken::config::Config;
use mitwirken::db::{Db, DbError, LEFT_OUT, TABLES, backup, restore};
use mitwirken_shared::accounts::Role;
use mitwirken_tests::{Engine, TestApp, TestDatabase, boot};

/// The other engine, if this run knows a PostgreSQL server.
fn both() -> Option<(Engine, Engine)> {
    match Engine::of_this_run() {
        Engine::Sqlite => None,
        postgres @ Engine::Postgres(_) => Some((Engine::Sqlite, postgres)),
    }
}

async fn columns(db: &Db) -> Vec<(String, String, bool)> {
    let mut columns: Vec<(String, String, bool)> = match db {
        Db::Sqlite { read, .. } => {
            let text = "select m.name, c.name, c.\"notnull\" = 1 or c.pk > 0 from sqlite_master m, \
                        pragma_table_info(m.name) c where m.type = 'table' and m.name not like 'sqlite_%' \
                        and m.name not like '\\_sqlx%' escape '\\'";
            sqlx::query_as(text).fetch_all(read).await.expect("columns")
        }
        Db::Postgres(pool) => {
            let text = "select table_name::text, column_name::text, is_nullable = 'NO' from information_schema.columns \
                        where table_schema = 'public' and table_name not like '\\_sqlx%'";
            sqlx::query_as(text).fetch_all(pool).await.expect("columns")
        }
    };
    columns.sort();
    columns
}

#[tokio::test]
async fn both_engines_have_the_same_tables_and_columns() {
    let Some((sqlite, postgres)) = both() else { return };
    let mut schemas = Vec::new();
    for engine in [sqlite, postgres] {
        let database = TestDatabase::on(&engine).await;
        let db = Db::open(database.url()).await.expect("a database");
        db.migrate().await.expect("a schema");
        schemas.push(columns(&db).await);
        db.close().await;
    }
    assert!(schemas[0].len() > 30, "{}", schemas[0].len());
    assert_eq!(schemas[0], schemas[1]);
}

#[tokio::test]
async fn a_backup_knows_every_table_and_every_column() {
    let app = TestApp::start().await;
    let mut expected = columns(&app.app().db)
        .await
        .into_iter()
        .map(|(table, column, _)| (table, column))
        .collect::<Vec<_>>();
    expected.retain(|(table, _)| !LEFT_OUT.contains(&table.as_str()) && !table.starts_with("_sqlx"));
    let mut known = TABLES
        .iter()
        .flat_map(|(table, columns)| {
            columns.iter().map(|(column, _)| ((*table).to_owned(), (*column).to_owned()))
        })
        .collect::<Vec<_>>();
    known.sort();
    assert_eq!(known, expected);
}

#[tokio::test]
async fn a_backup_under_load_restores_into_an_empty_database_of_either_engine() {
    let app = TestApp::start().await;
    let admin = app.staff(Role::Admin).await;
    let file = app.database().folder().join("test.backup");
    let reading = async {
        for _ in 0..50 {
            let _ = app.get("/api/v1/formats?q=rat").await.expect(200);
        }
    };
    let saving = backup(&app.app().db, &file, app.app().clock.now());
    let ((), rows) = tokio::join!(reading, saving);
    let rows = rows.expect("a backup");
    let expected = app.get("/api/v1/formats/world-cafe").await.expect(200).body;
    let engines = both().map_or_else(|| vec![Engine::Sqlite], |(one, other)| vec![one, other]);
    for engine in engines {
        let database = TestDatabase::on(&engine).await;
        let db = Db::open(database.url()).await.expect("a database");
        assert_eq!(restore(&db, &file).await.expect("a restore"), rows);
        let refused = restore(&db, &file).await.expect_err("a full database is never overwritten");
        assert!(!refused.to_string().is_empty());
        db.close().await;
        // Without the secret nobody reads what was sealed with it, and the server says so.
        let settings = [("MITWIRKEN_KEY_FILE", database.folder().join("other.key").display().to_string())];
        let variables = settings.map(|(name, value)| (name.to_owned(), value)).into_iter();
        let config = Config::load(None, variables).expect("settings");
        let db = Db::open(database.url()).await.expect("a database");
        assert!(matches!(mitwirken::app::keys(&config, &db).await, Err(StartError::WrongKey(_))));
        db.close().await;
        std::fs::copy(app.app().config.key_path(), database.folder().with_extension("key")).expect("a copy");
        let other = TestApp::start_on(database, &[]).await;
        assert_eq!(other.get("/api/v1/formats/world-cafe").await.expect(200).body, expected);
        let mut tx = other.app().db.read().await.expect("a transaction");
        let user =
            accounts::store::find_user(&mut tx, admin.id).await.expect("an answer").expect("the admin");
        let email = other.app().access.keys.open_text("users.email", &user.email_sealed).expect("opened");
        assert_eq!(email, admin.email);
    }
}

#[tokio::test]
async fn a_damaged_backup_restores_nothing() {
    let app = TestApp::start().await;
    let file = app.database().folder().join("test.backup");
    backup(&app.app().db, &file, app.app().clock.now()).await.expect("a backup");
    let bytes = std::fs::read(&file).expect("a file");
    for damaged in [&bytes[..bytes.len() / 2], &b"nonsense"[..], &b""[..]] {
        std::fs::write(&file, damaged).expect("written");
        let database = TestDatabase::new().await;
        let db = Db::open(database.url()).await.expect("a database");
        restore(&db, &file).await.expect_err("half a backup is none");
        db.close().await;
        let fresh = TestApp::start_on(database, &[]).await;
        let _ = fresh.get("/api/v1/formats/world-cafe").await.expect(200);
    }
}

#[tokio::test]
async fn a_database_of_a_newer_version_is_refused_with_a_clear_sentence() {
    let database = TestDatabase::new().await;
    let db = Db::open(database.url()).await.expect("a database");
    db.migrate().await.expect("a schema");
    let newer = "insert into _sqlx_migrations (version, description, success, checksum, execution_time) \
                 select 9999, 'future', success, checksum, 0 from _sqlx_migrations where version = 1";
    match &db {
        Db::Sqlite { write, .. } => {
            sqlx::query(newer).execute(write).await.expect("a row");
        }
        Db::Postgres(pool) => {
            sqlx::query(newer).execute(pool).await.expect("a row");
        }
    }
    let error = db.migrate().await.expect_err("too new");
    assert!(matches!(error, DbError::TooNew { found: 9999, .. }), "{error}");
    assert!(error.to_string().contains("9999"));
    db.close().await;
}

#[tokio::test]
async fn several_servers_may_start_at_once_on_an_empty_database() {
    let database = TestDatabase::new().await;
    let servers = Box::pin(futures_of(&database)).await;
    for server in servers {
        let url = format!("http://{}/api/v1/formats/world-cafe", server.address);
        assert_eq!(reqwest::get(url).await.expect("an answer").status().as_u16(), 200);
        server.stop().await;
    }
}

async fn futures_of(database: &TestDatabase) -> Vec<mitwirken::app::Running> {
    let (one, two, three) = tokio::join!(boot(database, &[]), boot(database, &[]), boot(database, &[]));
    vec![one, two, three]
}

#[tokio::test]
async fn what_one_server_changes_the_others_show() {
    let app = TestApp::start().await;
    let other = boot(app.database(), &[]).await;
    let folder = app.database().folder().join("content");
    mitwirken::content::export::export(&app.app().db, &folder).await.expect("an export");
    let file = folder.join("formats/world-cafe.toml");
    let text = std::fs::read_to_string(&file).expect("a file");
    std::fs::write(&file, text.replace("\"World Café\"", "\"Welt-Café\"")).expect("written");
    let bundle = mitwirken::content::read_folder(&folder).expect("content");
    let now = app.app().clock.now();
    mitwirken::content::import(
        &app.app().db,
        &bundle,
        mitwirken::db::Origin::Local,
        mitwirken::ids::Ids,
        now,
    )
    .await
    .expect("an import");
    let url = format!("http://{}/api/v1/formats/world-cafe?lang=de", other.address);
    let deadline = tokio::time::Instant::now() + std::time::Duration::from_secs(10);
    loop {
        let body = reqwest::get(&url).await.expect("an answer").text().await.expect("a body");
        if body.contains("Welt-Café") {
            break;
        }
        assert!(tokio::time::Instant::now() < deadline, "the other server never noticed");
        tokio::task::yield_now().await;
    }
    other.stop().await;
}

#[tokio::test]
async fn a_wrong_database_address_is_refused_by_its_key() {
    let pairs = [("MITWIRKEN_DATABASE_URL".to_owned(), "postgres://nobody@127.0.0.1:1/nothing".to_owned())];
    let config = Config::load(None, pairs.into_iter()).expect("settings that can be read");
    let error = open_database(&config).await.err().map(|error| error.to_string()).unwrap_or_default();
    assert!(error.contains("MITWIRKEN_DATABASE_URL"), "{error}");
}
