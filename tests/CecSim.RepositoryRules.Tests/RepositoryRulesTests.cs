namespace CecSim.RepositoryRules.Tests;

/// <summary>The rules of the house that no analyzer knows. Each failure names the file and the rule.</summary>
public sealed class RepositoryRulesTests
{
    [Fact]
    public void Projects_reference_only_what_they_may() => AssertNone(References.NotAllowed);

    [Fact]
    public void Every_project_is_one_of_the_design() => AssertNone(References.UnknownProjects);

    [Fact]
    public void Every_source_project_has_a_test_project() => AssertNone(References.WithoutTestProject);

    [Fact]
    public void Every_project_is_in_the_solution() => AssertNone(References.OutsideSolution);

    [Fact]
    public void Source_files_fit_on_a_few_screens() => AssertNone(Sizes.TooLong);

    [Fact]
    public void Lines_fit_on_one_screen() => AssertNone(Sizes.TooWide);

    [Fact]
    public void The_top_level_holds_what_the_design_lists() => AssertNone(Layout.StrangersAtTheTop);

    [Fact]
    public void Folders_are_capabilities_and_not_kinds() => AssertNone(Layout.FoldersOfAKind);

    [Fact]
    public void No_folder_leaves_the_common_style() => AssertNone(Layout.EditorConfigsThatStandAlone);

    [Fact]
    public void Package_versions_stand_in_one_place() => AssertNone(Packages.VersionsOutsideTheCentralFile);

    [Fact]
    public void Package_versions_are_exact() => AssertNone(Packages.InexactVersions);

    [Fact]
    public void Npm_packages_are_locked_and_come_from_the_public_registry() =>
        AssertNone(Packages.UnlockedOrBoundToAHost);

    [Fact]
    public void The_list_of_banned_calls_holds_for_all_sources() => AssertNone(BannedCalls.NotForAll);

    [Fact]
    public void No_project_escapes_the_list_of_banned_calls() => AssertNone(BannedCalls.Escapes);

    [Fact]
    public void Nothing_is_silenced_skipped_left_over_or_slept_through() => AssertNone(BannedText.Found);

    [Fact]
    public void No_loop_waits_by_spinning() => AssertNone(BannedText.SpinningLoops);

    [Fact]
    public void The_readme_names_every_fault() => AssertNone(Readme.UnnamedFaults);

    [Fact]
    public void The_readme_names_every_scenario() => AssertNone(Readme.UnnamedScenarios);

    // The rule above would hold for ever if the faults moved to where it does not look.
    [Fact]
    public void The_faults_are_where_the_readme_rule_looks_for_them() =>
        Assert.Contains("accessTokenExpired", Readme.Faults(Repository.Own));

    private static void AssertNone(Func<Repository, IEnumerable<string>> broken)
    {
        var list = broken(Repository.Own).Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(list.Count == 0, string.Join(Environment.NewLine, list));
    }
}
