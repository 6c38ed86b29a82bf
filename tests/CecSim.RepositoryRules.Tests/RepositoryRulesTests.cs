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
    public void Each_place_of_the_guard_has_a_test_that_throws_there() =>
        AssertNone(GuardedPlaces.WithoutThrowingTest);

    [Fact]
    public void Tests_throw_in_places_that_are_there() => AssertNone(GuardedPlaces.ThatAreNotInCode);

    [Fact]
    public void Tests_that_throw_ask_the_guard_for_the_place() => AssertNone(GuardedPlaces.ThatTheirTestsDoNotAskFor);

    [Fact]
    public void Places_of_the_guard_stand_where_it_is_called() => AssertNone(GuardedPlaces.ThatCannotBeRead);

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
    public void The_cores_of_media_know_nothing_of_the_machine() => AssertNone(PureCores.ThatKnowTheMachine);

    [Fact]
    public void The_page_of_scenarios_names_every_scenario() => AssertNone(Pages.UnnamedScenarios);

    [Fact]
    public void Sources_that_pages_name_are_there() => AssertNone(PageNames.OfNoFile);

    [Fact]
    public void Tests_that_pages_name_are_there() => AssertNone(PageNames.OfNoTest);

    [Fact]
    public void The_index_of_decisions_leads_to_each() => AssertNone(Pages.UnlistedDecisions);

    [Fact]
    public void A_decision_is_a_page_with_all_its_parts() => AssertNone(Pages.MisshapenDecisions);

    [Fact]
    public void The_readme_is_short() => AssertNone(Pages.TooLongAtTheFront);

    [Fact]
    public void Links_lead_somewhere() => AssertNone(Pages.BrokenLinks);

    [Fact]
    public void The_readme_leads_to_the_same_pages_in_each_language() => AssertNone(Pages.MissingInALanguage);

    private static void AssertNone(Func<Repository, IEnumerable<string>> broken)
    {
        var list = broken(Repository.Own).Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(list.Count == 0, string.Join(Environment.NewLine, list));
    }
}
