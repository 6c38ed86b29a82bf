namespace CecSim.Scenarios.Tests;

public sealed class LoadTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cecsim-scenarios-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_missing_path_and_an_empty_folder_are_complaints_and_never_a_default()
    {
        var missing = Path.Combine(_folder, "missing.yaml");

        var load = ScenarioFiles.Load([missing, _folder]);

        Assert.Empty(load.Scenarios);
        Assert.Equal(
            [
                $"{missing}: no such file or folder",
                $"{_folder}: the folder holds no scenario; allowed: *.yaml, *.yml",
            ],
            load.Complaints.Select(c => c.ToString()));
    }

    [Fact]
    public void A_folder_gives_the_yaml_files_directly_in_it_in_ordinal_order()
    {
        Write("b.yml", Named("b"));
        Write("a.yaml", Named("a"));
        Write("B.yaml", Named("upper-b"));
        Write("notes.txt", "no scenario");
        Write("deeper/c.yaml", "no scenario either");

        var load = ScenarioFiles.Load([_folder]);

        Assert.Empty(load.Complaints);
        Assert.Equal(["upper-b", "a", "b"], load.Scenarios.Select(s => s.Name));
    }

    [Fact]
    public void A_file_that_is_named_twice_is_loaded_once()
    {
        var file = Write("a.yaml", Named("a"));

        Assert.Single(ScenarioFiles.Load([_folder, file]).Scenarios);
    }

    [Fact]
    public void A_scenario_alone_has_the_demo_credentials()
    {
        Write("a.yaml", Named("a"));

        Assert.Equal(
            ("cecsim-demo-key", "cecsim-demo-secret", "202403015666"),
            Credentials(Assert.Single(ScenarioFiles.Load([_folder]).Scenarios)));
    }

    [Fact]
    public void Among_others_a_scenario_has_credentials_made_from_its_name_except_those_it_names()
    {
        Write("a.yaml", Named("a"));
        Write("b.yaml", Named("b") + "space: { appSecret: hush }");

        Assert.Equal(
            [("cecsim-a-key", "cecsim-a-secret", "202455641996"), ("cecsim-b-key", "hush", "202490526629")],
            ScenarioFiles.Load([_folder]).Scenarios.Select(Credentials));
    }

    [Fact]
    public void A_broken_neighbour_changes_nothing_for_the_files_that_are_fine()
    {
        Write("a.yaml", Named("a"));
        var broken = Write("b.yaml", Named("b") + "seed: many");

        var load = ScenarioFiles.Load([_folder]);

        Assert.Equal("cecsim-a-key", Assert.Single(load.Scenarios).Space.AppKey);
        Assert.Equal(
            [$"{broken}:3:7: 'many' is not a seed; allowed: 0 to 18446744073709551615"],
            load.Complaints.Select(c => c.ToString()));
    }

    [Fact]
    public void Scenarios_that_share_a_name_are_reported_with_both_files()
    {
        var first = Write("a.yaml", Named("same"));
        var second = Write("b.yaml", Named("same"));

        var load = ScenarioFiles.Load([_folder]);

        Assert.Equal(first, Assert.Single(load.Scenarios).File);
        Assert.Equal(
            [$"{second}:1:7: the name 'same' is also that of {first}"],
            load.Complaints.Select(c => c.ToString()));
    }

    [Fact]
    public void Scenarios_that_share_credentials_are_reported_where_the_later_file_says_so()
    {
        var first = Write("a.yaml", Named("a") + "space: { tenantSpaceId: \"1\" }");
        var second = Write("b.yaml", Named("b") + "space: { appKey: cecsim-a-key, tenantSpaceId: \"1\" }");

        Assert.Equal(
            [
                $"{second}:3:18: the appKey 'cecsim-a-key' is also that of {first}",
                $"{second}:3:47: the tenantSpaceId '1' is also that of {first}",
            ],
            ScenarioFiles.Load([_folder]).Complaints.Select(c => c.ToString()));
    }

    [Fact]
    public void Files_that_are_no_text_or_too_large_are_refused_by_name()
    {
        var binary = Path.Combine(_folder, "a.yaml");
        File.WriteAllBytes(binary, [0xFF, 0x61]);
        var large = Write("b.yaml", new string('#', 1024 * 1024 + 1));

        Assert.Equal(
            [$"{binary}: is not UTF-8 text", $"{large}: larger than 1048576 bytes"],
            ScenarioFiles.Load([_folder]).Complaints.Select(c => c.ToString()));
    }

    private static string Named(string name) => $"name: {name}\nabout: What happens.\n";

    private static (string AppKey, string AppSecret, string TenantSpaceId) Credentials(Scenario scenario) =>
        (scenario.Space.AppKey, scenario.Space.AppSecret, scenario.Space.TenantSpaceId);

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }
}
