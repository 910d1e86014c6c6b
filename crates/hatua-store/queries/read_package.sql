select
    package_files.path,
    package_files.sha256,
    package_contents.bytes
from package_files
inner join package_contents
    on package_contents.programme = package_files.programme
    and package_contents.sha256 = package_files.sha256
where
    package_files.programme = $1
    and package_files.version = $2
order by package_files.path
