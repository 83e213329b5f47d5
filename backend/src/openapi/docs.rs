//! `/docs`: the API explained, made from the OpenAPI document. Plain HTML: readable without script,
//! by keyboard and by screen reader, within the Content-Security-Policy.

use std::fmt::Write as _;
use std::sync::{Arc, LazyLock};

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, get};
use mitwirken_shared::problem::ProblemKind;
use serde_json::Value;

use crate::app::App;
use crate::http::{Answer, CachePolicy, Query, Reader};
use crate::problem::ApiError;
use crate::shell::{Page, Shell, escape};
use crate::texts::{self, Args};

#[get("/docs")]
pub(super) async fn docs(app: Data<App>) -> Result<Answer, ApiError> {
    static DOCUMENT: LazyLock<Option<Value>> = LazyLock::new(|| serde_json::to_value(super::document()).ok());
    let Some(document) = DOCUMENT.as_ref() else {
        return Err(ApiError::internal("the document cannot be serialised"));
    };
    let page = Page {
        lang: "en",
        title: "API documentation".to_owned(),
        description: "How to read participation formats, practice examples, guides and concepts by program."
            .to_owned(),
        path: "/docs".to_owned(),
        data: None,
        json_ld: None,
        content: content(document, app.config.public_url.as_str()),
    };
    let body = app.assets.page(Shell::Document, &app.config, &page);
    Ok(Answer::new(Arc::new(body), CachePolicy::Revalidate))
}

/// The type URI of a problem opens a page that explains it.
#[get("/problems/{slug}")]
pub(super) async fn problem_page(
    app: Data<App>,
    request: HttpRequest,
    slug: Path<String>,
) -> Result<Answer, ApiError> {
    let mut query = Query::new(&request)?;
    let reader = Reader::new(&request, &mut query);
    query.finish()?;
    let kind = ProblemKind::parse(&slug).ok_or_else(ApiError::not_found)?;
    let lang = if reader.lang == "en" { "en" } else { "de" };
    let title = texts::get(lang, &format!("problem-{}", kind.slug()), &Args::new());
    let detail = texts::get(lang, &format!("problem-{}-detail", kind.slug()), &Args::new());
    let page = Page {
        lang,
        description: detail.clone(),
        path: format!("/problems/{}", kind.slug()),
        data: None,
        json_ld: None,
        content: format!(
            "<main id=\"content\" class=\"docs\"><h1>{}</h1><p>HTTP {} · <code>{}</code></p><p>{}</p></main>",
            escape(&title),
            kind.status(),
            kind.slug(),
            escape(&detail)
        ),
        title,
    };
    let body = app.assets.page(Shell::Document, &app.config, &page);
    Ok(Answer::new(Arc::new(body), CachePolicy::Revalidate))
}

fn content(document: &Value, base: &str) -> String {
    let mut html = String::from("<main id=\"content\" class=\"docs\">\n<h1>API documentation</h1>\n");
    let text = |pointer: &str| document.pointer(pointer).and_then(Value::as_str).unwrap_or_default();
    let _ = write!(
        html,
        "<p class=\"docs__lead\">{}</p>\n\
         <p>Version {} · <a href=\"/openapi.json\">OpenAPI document</a> · <a href=\"/\">Back to the portal</a></p>\n\
         {GUIDE}\n<h2 id=\"operations\">Operations</h2>\n",
        escape(text("/info/description")),
        escape(text("/info/version")),
    );
    let operations = operations(document);
    html.push_str("<nav aria-label=\"Operations\"><ul class=\"docs__toc\">");
    for operation in &operations {
        let _ = write!(
            html,
            "<li><a href=\"#{id}\"><code>{method} {path}</code></a> {summary}</li>",
            id = escape(&operation.id),
            method = operation.method,
            path = escape(&operation.path),
            summary = escape(&operation.summary),
        );
    }
    html.push_str("</ul></nav>\n");
    for operation in &operations {
        operation.write(&mut html, base);
    }
    html.push_str("<h2 id=\"problems\">Problems</h2>\n<p>Every failure is <code>application/problem+json</code> (RFC 9457). Match on <code>type</code>; <code>errors</code> names every wrong field.</p>\n<div class=\"docs__scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Kinds of problems\"><table><thead><tr><th scope=\"col\">Status</th><th scope=\"col\">Type</th><th scope=\"col\">Meaning</th></tr></thead><tbody>");
    for kind in ProblemKind::ALL {
        let _ = write!(
            html,
            "<tr><td>{}</td><td><a href=\"{uri}\"><code>{uri}</code></a></td><td>{}</td></tr>",
            kind.status(),
            escape(&texts::get("en", &format!("problem-{}", kind.slug()), &Args::new())),
            uri = kind.type_uri(),
        );
    }
    html.push_str("</tbody></table></div>\n<h2 id=\"schemas\">Schemas</h2>\n");
    if let Some(schemas) = document.pointer("/components/schemas").and_then(Value::as_object) {
        for (name, schema) in schemas {
            write_schema(&mut html, name, schema);
        }
    }
    html.push_str("</main>");
    html
}

const GUIDE: &str = "<h2 id=\"start\">In one minute</h2>\n\
<ul>\n\
<li>No key, no sign-in: everything on this page may be read by anyone, from any web page (CORS).</li>\n\
<li>Lists are <code>{ items, next, total }</code>. Pass <code>next</code> as <code>cursor</code>, or follow the <code>Link</code> header.</li>\n\
<li>Texts come as <code>{ text, lang }</code> in the best language for <code>?lang=</code> or <code>Accept-Language</code>; with <code>all_languages=true</code> all of them.</li>\n\
<li>Send the <code>ETag</code> back as <code>If-None-Match</code>: what has not changed costs nothing (304).</li>\n\
<li>A parameter that does not exist is refused, so that a typing error never looks like a result.</li>\n\
<li>Limits are in <code>RateLimit</code> and <code>RateLimit-Policy</code>; after 429 wait for <code>Retry-After</code> seconds.</li>\n\
</ul>";

struct Operation {
    id: String,
    method: String,
    path: String,
    summary: String,
    description: String,
    parameters: Vec<Value>,
    responses: Vec<(String, Value)>,
}

fn operations(document: &Value) -> Vec<Operation> {
    let mut found = Vec::new();
    let paths = document.get("paths").and_then(Value::as_object);
    for (path, item) in paths.into_iter().flatten() {
        for (method, operation) in item.as_object().into_iter().flatten() {
            let text = |key: &str| operation.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
            found.push(Operation {
                id: text("operationId"),
                method: method.to_uppercase(),
                path: path.clone(),
                summary: text("summary"),
                description: text("description"),
                parameters: operation
                    .get("parameters")
                    .and_then(Value::as_array)
                    .cloned()
                    .unwrap_or_default(),
                responses: operation
                    .get("responses")
                    .and_then(Value::as_object)
                    .into_iter()
                    .flatten()
                    .map(|(status, response)| (status.clone(), response.clone()))
                    .collect(),
            });
        }
    }
    found
}

impl Operation {
    fn write(&self, html: &mut String, base: &str) {
        let _ = write!(
            html,
            "<section class=\"docs__operation\" aria-labelledby=\"{id}\">\n<h3 id=\"{id}\">{summary}</h3>\n\
             <p><code>{method} {path}</code></p>\n",
            id = escape(&self.id),
            summary = escape(&self.summary),
            method = self.method,
            path = escape(&self.path),
        );
        if !self.description.is_empty() {
            let _ = writeln!(html, "{}", crate::markdown::to_html(&self.description));
        }
        let _ = writeln!(
            html,
            "<p>Try it: <a href=\"{path}\"><code>curl {base}{path}</code></a></p>",
            path = escape(&self.example()),
            base = escape(base),
        );
        if !self.parameters.is_empty() {
            let _ = write!(
                html,
                "<div class=\"docs__scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Parameters of {id}\"><table><thead><tr><th scope=\"col\">Parameter</th><th scope=\"col\">In</th><th scope=\"col\">Type</th><th scope=\"col\">Meaning</th></tr></thead><tbody>",
                id = escape(&self.id),
            );
            for parameter in &self.parameters {
                let text = |key: &str| parameter.get(key).and_then(Value::as_str).unwrap_or_default();
                let required = parameter.get("required") == Some(&Value::Bool(true));
                let _ = write!(
                    html,
                    "<tr><th scope=\"row\"><code>{}</code>{}</th><td>{}</td><td>{}</td><td>{}</td></tr>",
                    escape(text("name")),
                    if required { " (required)" } else { "" },
                    escape(text("in")),
                    type_name(parameter.get("schema").unwrap_or(&Value::Null)),
                    crate::markdown::to_html(text("description")),
                );
            }
            html.push_str("</tbody></table></div>\n");
        }
        html.push_str("<p>Answers:</p><ul>");
        for (status, response) in &self.responses {
            let schema = response
                .get("content")
                .and_then(Value::as_object)
                .and_then(|content| content.values().next())
                .and_then(|media| media.get("schema"));
            let _ = write!(
                html,
                "<li><strong>{}</strong> {}{}</li>",
                escape(status),
                crate::markdown::to_html(
                    response.get("description").and_then(Value::as_str).unwrap_or_default()
                )
                .replace("<p>", "")
                .replace("</p>", ""),
                schema.map(|schema| format!(" ({})", type_name(schema))).unwrap_or_default(),
            );
        }
        html.push_str("</ul>\n");
        for (status, response) in &self.responses {
            self.write_example(html, status, response);
        }
        html.push_str("</section>\n");
    }

    fn write_example(&self, html: &mut String, status: &str, response: &Value) {
        let media =
            response.get("content").and_then(Value::as_object).and_then(|content| content.iter().next());
        let Some((media, example)) =
            media.and_then(|(media, content)| Some((media, content.get("example")?)))
        else {
            return;
        };
        let text = match example {
            Value::String(text) => text.clone(),
            other => serde_json::to_string_pretty(other).unwrap_or_default(),
        };
        let _ = writeln!(
            html,
            "<details><summary>Example of {status}, <code>{media}</code></summary>\
             <pre class=\"docs__scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Example of {id}, {status}\"><code>{text}</code></pre></details>",
            status = escape(status),
            media = escape(media),
            id = escape(&self.id),
            text = escape(&text),
        );
    }

    /// The address with the document's own example values.
    fn example(&self) -> String {
        let mut path = self.path.clone();
        let mut query = Vec::new();
        for parameter in &self.parameters {
            let Some(name) = parameter.get("name").and_then(Value::as_str) else {
                continue;
            };
            let values = match parameter.get("example") {
                Some(Value::Array(items)) => items.clone(),
                Some(value) => vec![value.clone()],
                None => continue,
            };
            for value in values {
                let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                if parameter.get("in").and_then(Value::as_str) == Some("path") {
                    path = path.replace(&format!("{{{name}}}"), &text);
                } else {
                    query.push(format!("{name}={text}"));
                }
            }
        }
        if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) }
    }
}

fn type_name(schema: &Value) -> String {
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        let name = reference.rsplit('/').next().unwrap_or_default();
        return format!("<a href=\"#schema-{0}\"><code>{0}</code></a>", escape(name));
    }
    for key in ["oneOf", "anyOf", "allOf"] {
        if let Some(options) = schema.get(key).and_then(Value::as_array) {
            let names = options.iter().map(type_name).filter(|name| name != "null").collect::<Vec<_>>();
            return names.join(if key == "allOf" { " and " } else { " or " });
        }
    }
    let plain = match schema.get("type") {
        Some(Value::String(name)) => name.clone(),
        Some(Value::Array(names)) => names
            .iter()
            .filter_map(Value::as_str)
            .filter(|name| *name != "null")
            .collect::<Vec<_>>()
            .join(" or "),
        _ => String::new(),
    };
    if plain == "array" {
        let items = schema.get("items").map(type_name).unwrap_or_default();
        return format!("list of {items}");
    }
    if let Some(words) = schema.get("enum").and_then(Value::as_array) {
        return words
            .iter()
            .filter_map(Value::as_str)
            .map(|word| format!("<code>{}</code>", escape(word)))
            .collect::<Vec<_>>()
            .join(" ");
    }
    if plain.is_empty() { "null".to_owned() } else { escape(&plain) }
}

fn write_schema(html: &mut String, name: &str, schema: &Value) {
    let _ = write!(
        html,
        "<section aria-labelledby=\"schema-{0}\"><h3 id=\"schema-{0}\"><code>{0}</code></h3>",
        escape(name)
    );
    if let Some(description) = schema.get("description").and_then(Value::as_str) {
        html.push_str(&crate::markdown::to_html(description));
    }
    let mut properties = Vec::new();
    for part in
        std::iter::once(schema).chain(schema.get("allOf").and_then(Value::as_array).into_iter().flatten())
    {
        properties.extend(part.get("properties").and_then(Value::as_object).into_iter().flatten());
        if let Some(reference) = part.get("$ref") {
            let _ = write!(
                html,
                "<p>All fields of {}, and:</p>",
                type_name(&serde_json::json!({ "$ref": reference }))
            );
        }
    }
    if properties.is_empty() {
        let _ = write!(html, "<p>{}</p></section>", type_name(schema));
        return;
    }
    let _ = write!(
        html,
        "<div class=\"docs__scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Fields of {}\"><table><thead><tr><th scope=\"col\">Field</th><th scope=\"col\">Type</th><th scope=\"col\">Meaning</th></tr></thead><tbody>",
        escape(name)
    );
    for (field, property) in properties {
        let _ = write!(
            html,
            "<tr><th scope=\"row\"><code>{}</code></th><td>{}</td><td>{}</td></tr>",
            escape(field),
            type_name(property),
            crate::markdown::to_html(property.get("description").and_then(Value::as_str).unwrap_or_default()),
        );
    }
    html.push_str("</tbody></table></div></section>\n");
}
