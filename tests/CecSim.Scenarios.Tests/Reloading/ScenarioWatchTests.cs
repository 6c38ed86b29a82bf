using CecSim.Scenarios.Reloading;

namespace CecSim.Scenarios.Tests.Reloading;

/// <summary>Files that exist only here, looked at by hand.</summary>
public sealed class ScenarioWatchTests
{
    private const string Sound = Story.Head + "calls: [script: [connected]]\n";
    private const string Changed = Story.Head + "calls: [script: [queued]]\n";

    private readonly List<string> _missing = [];
    private readonly SortedDictionary<string, string> _files = new() { [Story.File] = Sound };
    private int _readsCount;

    [Fact]
    public void Nothing_is_read_again_while_nothing_changes()
    {
        var watch = Watch();

        Assert.All(Enumerable.Range(0, 5), _ => Assert.Null(watch.Look()));

        Assert.Equal(1, _readsCount);
    }

    [Fact]
    public void A_change_is_taken_over_once_it_was_seen_twice()
    {
        var watch = Watch();
        _files[Story.File] = Changed;

        Assert.Null(watch.Look());
        var reload = watch.Look()!;

        Assert.Equal([new ScriptStep.Queued()], Assert.Single(reload.Replaced).Scenario.Space.Calls[0].Script.Steps);
        Assert.Equal(["s.yaml: in force for new calls"], Told(reload));
        Assert.Empty(reload.Complaints);
        Assert.Null(watch.Look());
    }

    [Fact]
    public void A_file_that_grows_from_look_to_look_is_waited_for()
    {
        var watch = Watch();
        for (var length = 1; length < Changed.Length; length++)
        {
            _files[Story.File] = Changed[..length];
            Assert.Null(watch.Look());
        }

        _files[Story.File] = Changed;
        Assert.Null(watch.Look());

        Assert.Empty(watch.Look()!.Complaints);
    }

    [Fact]
    public void A_writer_who_pauses_in_the_middle_is_not_taken_for_a_mistake()
    {
        var watch = Watch();
        _files[Story.File] = Changed[..^12];
        Assert.Null(watch.Look());
        Assert.Null(watch.Look());

        _files[Story.File] = Changed;
        Assert.Null(watch.Look());

        Assert.Empty(watch.Look()!.Complaints);
    }

    [Fact]
    public void A_broken_file_leaves_the_old_one_in_force_and_is_complained_of_once()
    {
        var watch = Watch();
        _files[Story.File] = Story.Head + "calls: [script: [conected]]\n";

        Assert.Null(watch.Look());
        Assert.Null(watch.Look());
        var reload = watch.Look()!;

        Assert.Empty(reload.Replaced);
        Assert.Empty(Told(reload));
        Assert.StartsWith("s.yaml:3:18: 'conected' is not a step", Assert.Single(reload.Complaints).ToString());
        Assert.Null(watch.Look());
    }

    [Fact]
    public void Putting_a_broken_file_back_as_it_was_is_no_change()
    {
        var watch = Watch();
        Settle(watch, Story.File, "name: [");

        var reload = Settle(watch, Story.File, Sound);

        Assert.Empty(reload.Replaced);
        Assert.Empty(Told(reload));
    }

    [Fact]
    public void A_file_that_changes_while_it_is_read_is_read_again()
    {
        var watch = new ScenarioWatch(Look, () =>
        {
            var load = Load();
            if (_readsCount == 2)
            {
                _files[Story.File] = Changed + "seed: 1\n";
            }

            return load;
        });
        _files[Story.File] = Changed;

        Assert.Null(watch.Look());
        Assert.Null(watch.Look());
        Assert.Null(watch.Look());
        Assert.Equal(
            ["s.yaml: restart needed for seed; the rest is in force for new calls"], Told(watch.Look()!));
    }

    [Fact]
    public void What_a_running_space_cannot_take_over_is_named_and_the_rest_is_taken_over()
    {
        var watch = Watch();

        var reload = Settle(
            watch,
            Story.File,
            Changed + "profile: cec-2.5\nspace: { appKey: other, queues: [{ name: q }] }\n");

        Assert.Equal(
            [
                "s.yaml: restart needed for profile, space.appKey, space.queues; " +
                "the rest is in force for new calls",
            ],
            Told(reload));
        var replaced = Assert.Single(reload.Replaced);
        Assert.Equal("cecsim-demo-key", replaced.Scenario.Space.AppKey);
        Assert.Equal([new ScriptStep.Queued()], replaced.Scenario.Space.Calls[0].Script.Steps);
    }

    [Fact]
    public void What_needs_a_restart_is_measured_against_what_runs()
    {
        var watch = Watch();
        Settle(watch, Story.File, Sound + "seed: 5\n");

        Assert.Equal(["s.yaml: in force for new calls"], Told(Settle(watch, Story.File, Changed)));
    }

    [Fact]
    public void Comments_and_layout_change_nothing()
    {
        var watch = Watch();

        var reload = Settle(
            watch, Story.File, "# Still\n" + Story.Head + "calls:\n  - script:\n      - connected # the same\n");

        Assert.Empty(reload.Replaced);
        Assert.Empty(Told(reload));
    }

    [Fact]
    public void A_broken_file_does_not_keep_others_from_changing()
    {
        _files["a.yaml"] = "name: a\nabout: A.\n";
        var watch = Watch();
        _files["a.yaml"] = "about: A.\n";

        var reload = Settle(watch, Story.File, Changed);

        Assert.Equal(["s.yaml: in force for new calls"], Told(reload));
        Assert.Equal("a.yaml", Assert.Single(reload.Complaints).File);
    }

    [Fact]
    public void Files_that_come_or_go_are_told_each_once()
    {
        var watch = Watch();
        _files.Remove(Story.File);

        var reload = Settle(watch, "new.yaml", "name: new\nabout: New.\n");

        Assert.Equal("new", Assert.Single(reload.Added).Name);
        Assert.Equal([Story.File], reload.Removed);
        Assert.Empty(reload.Replaced);
        var again = Settle(watch, Story.File, Changed);
        Assert.Equal(Story.File, Assert.Single(again.Added).File);
        Assert.Empty(again.Removed);
    }

    [Fact]
    public void A_folder_that_is_gone_has_lost_nothing_and_a_file_that_was_named_has()
    {
        var watch = Watch();
        _files.Remove(Story.File);
        _missing.Add("folder");
        Assert.Empty(Settle(watch, "new.yaml", "name: new\n").Removed);

        _missing[0] = Story.File;

        Assert.Equal([Story.File], Settle(watch, "newer.yaml", "name: newer\n").Removed);
    }

    private static IEnumerable<string> Told(Reload reload) => reload.Replaced.Select(r => r.Note).Concat(reload.Notes);

    private ScenarioWatch Watch() => new(Look, Load);

    private Reload Settle(ScenarioWatch watch, string file, string yaml)
    {
        _files[file] = yaml;
        return watch.Look() ?? watch.Look() ?? watch.Look() ?? throw new InvalidOperationException("No reload.");
    }

    private string Look() => string.Join('\n', _files) + string.Join('\n', _missing);

    private ScenarioLoad Load()
    {
        _readsCount++;
        var loads = _files.Select(f => ScenarioFiles.Parse(f.Key, f.Value)).ToList();
        return new ScenarioLoad(
            [.. loads.SelectMany(l => l.Scenarios)],
            [
                .. loads.SelectMany(l => l.Complaints),
                .. _missing.Select(m => new Diagnostic(m, 0, 0, "no such file or folder")),
            ])
        {
            Missing = [.. _missing],
        };
    }
}
