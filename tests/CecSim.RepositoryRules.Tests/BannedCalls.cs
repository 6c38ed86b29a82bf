namespace CecSim.RepositoryRules.Tests;

/// <summary>The compiler bans what the lists of symbols say. These rules see to it that no source escapes.</summary>
internal static partial class BannedCalls
{
    private const string Common = "Directory.Build.props";
    private const string Analyzer = "Microsoft.CodeAnalysis.BannedApiAnalyzers";
    private const string List = "BannedSymbols.txt";
    private const string GuardList = "BannedSymbols.Guard.txt";
    private const string TestList = "BannedSymbols.Tests.txt";

    /// <summary>The one place that may call what it guards.</summary>
    private const string OfTheGuard =
        "[src/CecSim.Guarding/Guard.cs]\ndotnet_diagnostic.RS0030.severity = none\n";

    /// <summary>A word of NuGet's, which no source can cause.</summary>
    private const string OfPacking = "<NoWarn>$(NoWarn);NU5131</NoWarn>";

    /// <summary>The common file gives every source project the analyzer and the list.</summary>
    public static IEnumerable<string> NotForAll(Repository repository)
    {
        var common = XDocument.Parse(repository.Text(Common));
        if (!common.Descendants("PackageReference").Any(p => (string?)p.Attribute("Include") == Analyzer))
        {
            yield return $"{Common} does not bring {Analyzer}";
        }

        foreach (var list in (string[])[List, GuardList, TestList])
        {
            if (!common.Descendants("AdditionalFiles").Any(f => $"{f.Attribute("Include")?.Value}".EndsWith(list)))
            {
                yield return $"{Common} does not hand {list} to the analyzer";
            }
        }

        if (common.Descendants("TreatWarningsAsErrors").SingleOrDefault()?.Value != "true")
        {
            yield return $"{Common} lets warnings pass";
        }
    }

    public static IEnumerable<string> Escapes(Repository repository)
    {
        var shadows =
            from file in repository.Files("", "Directory.Build.props", "Directory.Build.targets", ".globalconfig")
            where file != Common && !Layout.IsExample(file)
            select $"{file} takes the place of {Common} or of the analyzers' settings";
        var exceptions =
            from file in repository.Files("src", ".csproj", ".props", ".targets").Append(".editorconfig")
            where repository.Has(file)
            let text = repository.Text(file)
                .Replace(OfTheGuard, "", StringComparison.Ordinal)
                .Replace(OfPacking, "", StringComparison.Ordinal)
            from escape in Escape().Matches(text).Select(m => m.Value)
            select $"{file} says '{escape}', a way around {List}";
        return shadows.Concat(exceptions);
    }

    [GeneratedRegex("RS0030|BannedSymbols|BannedApiAnalyzers|IsTestProject|NoWarn|WarningsNotAsErrors|RunAnalyzers")]
    private static partial Regex Escape();
}
