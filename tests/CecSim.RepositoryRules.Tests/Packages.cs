namespace CecSim.RepositoryRules.Tests;

/// <summary>What is restored is named exactly and in one place, so that tomorrow's build is today's.</summary>
internal static partial class Packages
{
    private const string Central = "Directory.Packages.props";
    private const string PublicRegistry = "https://registry.npmjs.org/";
    private static readonly string[] NpmSections = ["dependencies", "devDependencies", "optionalDependencies"];

    public static IEnumerable<string> VersionsOutsideTheCentralFile(Repository repository) =>
        from file in repository.Files("", ".csproj", ".props", ".targets")
        where file != Central && !Layout.IsExample(file)
        from package in XDocument.Parse(repository.Text(file)).Descendants()
        where package.Name.LocalName is "PackageReference" or "PackageVersion"
        where package.Attributes().Select(a => a.Name).Concat(package.Elements().Select(e => e.Name))
            .Any(n => n.LocalName is "Version" or "VersionOverride")
        select $"{file} names a version of {(string?)package.Attribute("Include")}; {Central} is the place";

    public static IEnumerable<string> InexactVersions(Repository repository)
    {
        var nuget =
            from package in XDocument.Parse(repository.Text(Central)).Descendants("PackageVersion")
            let version = (string?)package.Attribute("Version") ?? ""
            where !ExactVersion().IsMatch(version)
            select $"{Central} names {(string?)package.Attribute("Include")} '{version}', not one exact version";
        var npm =
            from file in repository.Files("", "package.json")
            from section in NpmSections
            from package in JsonNode.Parse(repository.Text(file))?[section]?.AsObject() ?? []
            where !ExactVersion().IsMatch($"{package.Value}")
            select $"{file} names {package.Key} '{package.Value}', not one exact version";
        return nuget.Concat(npm);
    }

    public static IEnumerable<string> UnlockedOrBoundToAHost(Repository repository)
    {
        var unlocked =
            from file in repository.Files("", "package.json")
            let locked = file.Replace("package.json", "package-lock.json", StringComparison.Ordinal)
            where !repository.Has(locked)
            select $"{file} has no {locked} beside it";
        var bound =
            from file in repository.Files("", "package-lock.json")
            from url in ResolvedUrl().Matches(repository.Text(file)).Select(m => m.Groups[1].Value)
            where !url.StartsWith(PublicRegistry, StringComparison.Ordinal)
            select $"{file} fetches {url}, which not everybody can reach";
        return unlocked.Concat(bound);
    }

    [GeneratedRegex(@"^\d+\.\d+\.\d+(\.\d+)?(-[0-9A-Za-z.-]+)?$")]
    private static partial Regex ExactVersion();

    [GeneratedRegex("\"resolved\":\\s*\"([^\"]+)\"")]
    private static partial Regex ResolvedUrl();
}
