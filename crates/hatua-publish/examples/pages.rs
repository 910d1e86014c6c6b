//! Writes the pages of one programme to a folder, to look at them in a browser:
//! `cargo run -p hatua-publish --example pages -- PACKAGE RELEASES.json OUT`, where RELEASES.json is a list of releases.

use std::error::Error;
use std::fs;
use std::path::Path;

use hatua_core::programme::{Locale, Package, Programme};
use hatua_core::release::Release;
use hatua_publish::asset::{asset, media, names};
use hatua_publish::links::{self, DataFormat};
use hatua_publish::open_data::{
    FigureData, figures_csv, figures_json, of_release, of_statements, of_version,
};
use hatua_publish::site::action_list::render_action_list;
use hatua_publish::site::action_page::render_action_page;
use hatua_publish::site::changes_page::render_changes;
use hatua_publish::site::error_page::{render_not_found, render_removed};
use hatua_publish::site::figure_page::{current_version, render_figure_page};
use hatua_publish::site::methods_page::render_methods;
use hatua_publish::site::plots::{plot_names, render_plot};
use hatua_publish::site::{Site, SiteProgramme};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [package, releases, out] = arguments.as_slice() else {
        return Err(
            "three arguments: the package's folder, a JSON file of releases, the folder to write to".into()
        );
    };
    let programme = read_programme(Path::new(package))?;
    let releases: Vec<Release> = serde_json::from_slice(&fs::read(releases)?)?;
    let of = SiteProgramme { programme: &programme, releases: &releases };
    let site = Site { programmes: &[of], origin: None };
    for (address, bytes) in pages(&site, &of) {
        let path =
            format!("{out}{}", if address.ends_with('/') { format!("{address}index.html") } else { address });
        fs::create_dir_all(Path::new(&path).parent().ok_or("an address has a folder")?)?;
        fs::write(path, bytes)?;
    }
    Ok(())
}

fn pages(site: &Site, of: &SiteProgramme) -> Vec<(String, Vec<u8>)> {
    let id = &of.programme.id;
    let folder = |address: String| format!("{}/", address.trim_end_matches('/'));
    let mut pages = Vec::new();
    for locale in Locale::ALL {
        pages.push((links::actions(locale), render_action_list(site, locale)));
        pages.push((folder(links::methods(locale)), render_methods(site, locale)));
        let nearest = links::action(locale, id);
        pages.push((
            folder(format!("{nearest}/nothing")),
            render_not_found(site, locale, "/a/nothing", Some(&nearest)),
        ));
        let action =
            render_action_page(site, of, locale, None).map(|page| (folder(links::action(locale, id)), page));
        pages.extend(action);
        for release in of.releases {
            let page = render_action_page(site, of, locale, Some(release.id));
            pages.extend(page.map(|page| (folder(links::action_release(locale, id, release.id)), page)));
        }
        pages.push((folder(links::changes(locale)), render_changes(site, locale)));
        pages.extend(figures(site, of, locale));
        for removed in &of.programme.removed {
            let page = render_removed(site, of, locale, removed.slug.as_str());
            pages.extend(page.map(|page| (folder(links::figure(locale, id, &removed.slug)), page)));
        }
    }
    let mut files: Vec<(String, Vec<u8>)> =
        pages.into_iter().map(|(address, page)| (address, page.into_bytes())).collect();
    files.extend(names().iter().filter_map(|name| Some((links::asset(name), asset(name)?.bytes))));
    files.extend(of.programme.media.keys().filter_map(|path| {
        let name = links::media_name(path);
        Some((links::media(id, name), media(of.programme, name)?.bytes))
    }));
    files.extend(data(of));
    let plots = plot_names(of).into_iter();
    files.extend(
        plots.filter_map(|name| Some((links::plot(id, &name), render_plot(of, &name)?.into_bytes()))),
    );
    files
}

/// Every version of every figure, and each figure without a version.
fn figures(site: &Site, of: &SiteProgramme, locale: Locale) -> Vec<(String, String)> {
    let id = &of.programme.id;
    let mut pages = Vec::new();
    for slug in of.programme.indicators.iter().map(|indicator| &indicator.slug) {
        let page = |version| render_figure_page(site, of, locale, slug.as_str(), version);
        pages.extend(page(None).map(|page| (format!("{}/", links::figure(locale, id, slug)), page)));
        for version in 1..=current_version(of, slug.as_str()).unwrap_or(0) {
            let address = format!("{}/", links::figure_version(locale, id, slug, version));
            pages.extend(page(Some(version)).map(|page| (address, page)));
        }
    }
    pages
}

/// The open data of each release, version and set of statements.
fn data(of: &SiteProgramme) -> Vec<(String, Vec<u8>)> {
    let (programme, id) = (of.programme, &of.programme.id);
    let mut files = Vec::new();
    let mut add = |address: &dyn Fn(DataFormat) -> String, data: &FigureData| {
        files.push((address(DataFormat::Csv), figures_csv(data).into_bytes()));
        files.push((address(DataFormat::Json), figures_json(data).into_bytes()));
    };
    for release in of.releases {
        let address = |format| links::release_file(id, release.id, format);
        add(&address, &of_release(programme, release, None));
    }
    for slug in programme.indicators.iter().map(|indicator| &indicator.slug) {
        if let Some(said) = of_statements(programme, slug.as_str(), None) {
            add(&|format| links::reported_file(id, slug, format), &said);
        }
        for version in 1..=current_version(of, slug.as_str()).unwrap_or(0) {
            if let Some(counted) = of_version(programme, of.releases, (slug.as_str(), version), None) {
                add(&|format| links::figure_file(id, slug, version, format), &counted);
            }
        }
    }
    files
}

fn read_programme(folder: &Path) -> Result<Programme, Box<dyn Error>> {
    let mut package = Package::default();
    let mut waiting = vec![folder.to_owned()];
    while let Some(path) = waiting.pop() {
        for entry in fs::read_dir(path)? {
            let path = entry?.path();
            if path.is_dir() {
                waiting.push(path);
            } else {
                let name = path.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
                package.files.insert(name, fs::read(&path)?);
            }
        }
    }
    hatua_core::programme::read(&package).map_err(|findings| format!("{findings:#?}").into())
}
