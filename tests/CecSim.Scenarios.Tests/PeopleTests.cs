using System.Diagnostics;
using CecSim.Simulation.Agents;
using CecSim.Simulation.Chat;

namespace CecSim.Scenarios.Tests;

public sealed class PeopleTests
{
    // Written down once: another process, machine or version of Bogus must make the same people.
    [Fact]
    [Shows("10.3/batch-by-segment")]
    public void Agents_that_are_counted_become_people_by_seed_and_work_number()
    {
        var filled = AgentPopulations.Fill(Counted(3));

        Assert.Null(filled.Population);
        Assert.Equal<(int, string?, string?, string?, string?)>(
            [
                (1001, "Marge Ernser", "marge.ernser@example.com", "88881001", "u4rg19oelk07"),
                (1002, "Maritza Kemmer", "maritza.kemmer@example.com", "88881002", "volr8ycb1wfq"),
                (1003, "Albert Kiehn", "00848713", "88881003", "fr6abdsv0ad1"),
            ],
            filled.Agents.Select(a => (a.WorkNo, a.Name, a.AccountCode, a.SipAccount, a.SipPassword)));
    }

    [Fact]
    public void Everything_else_is_the_patterns()
    {
        var space = Everything.Space;

        var made = AgentPopulations.Fill(space).Agents.Skip(space.Agents.Count).ToList();

        var pattern = space.Population!.Pattern;
        Assert.Equal([100_000, 100_001, 100_002], made.Select(a => a.WorkNo));
        Assert.All(
            made,
            a => Assert.Equal(
                pattern,
                a with { WorkNo = pattern.WorkNo, Name = null, AccountCode = null, SipAccount = null }));
    }

    [Fact]
    public void Those_who_are_listed_come_first_and_keep_their_numbers()
    {
        var listed = new AgentSettings { WorkNo = 1002, SipAccount = "88881003" };

        var filled = AgentPopulations.Fill(Counted(3) with { Agents = [listed] });

        Assert.Same(listed, filled.Agents[0]);
        Assert.Equal([1002, 1001, 1004, 1005], filled.Agents.Select(a => a.WorkNo));
    }

    [Fact]
    [Shows("10.3/batch-by-segment")]
    public void Who_has_a_number_depends_neither_on_how_many_there_are_nor_on_where_they_start()
    {
        var many = AgentPopulations.Fill(Counted(500)).Agents;

        Assert.Equal(many.Take(5), AgentPopulations.Fill(Counted(5)).Agents);
        Assert.Equal(Enumerable.Range(1491, 10), many.Skip(490).Select(a => a.WorkNo));
        Assert.Equal(many.Skip(490), AgentPopulations.Fill(Counted(10, startingAt: 1491)).Agents);
    }

    [Fact]
    public void Another_seed_gives_other_people() => Assert.NotEqual(
        AgentPopulations.Fill(Counted(3)).Agents.Select(a => a.Name),
        AgentPopulations.Fill(Counted(3) with { Seed = 2 }).Agents.Select(a => a.Name));

    [Fact]
    public void Bogus_global_seed_plays_no_part()
    {
        var before = AgentPopulations.Fill(Counted(3)).Agents;

        Bogus.Randomizer.Seed = new Random(5);

        Assert.Equal(before, AgentPopulations.Fill(Counted(3)).Agents);
    }

    [Fact]
    public void The_largest_population_shares_no_account()
    {
        var watch = Stopwatch.StartNew();
        var agents = AgentPopulations.Fill(Counted(AgentPopulation.CountMax)).Agents;

        Assert.Equal(AgentPopulation.CountMax, agents.DistinctBy(a => a.AccountCode).Count());
        Assert.Equal(AgentPopulation.CountMax, agents.DistinctBy(a => a.SipAccount).Count());
        Assert.All(agents, a => Assert.Matches(@"^([a-z]+\.[a-z]+@example\.com|00[0-9]{6})$", a.AccountCode));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
    }

    [Fact]
    public void A_space_whose_agents_are_all_listed_stays_as_it_is()
    {
        var space = new SpaceSettings();

        Assert.Same(space, AgentPopulations.Fill(space));
    }

    [Fact]
    public void A_draw_is_a_line()
    {
        Assert.Equal(
            "I found 4 articles about \"Fantastic Fresh Tuna\". Is one of them what you need?",
            new BogusReplies().LineOf(7, ChatSpeaker.Robot, ChatLanguage.English));
        Assert.Equal(
            "You can't synthesize the array without backing up the bluetooth SCSI array!",
            new BogusReplies().LineOf(7, ChatSpeaker.Agent, ChatLanguage.English));
    }

    [Theory]
    [InlineData(ChatSpeaker.Robot, ChatLanguage.English, "^[A-Z][ -~]{10,150}[.!?]$", 400)]
    [InlineData(ChatSpeaker.Agent, ChatLanguage.English, "^[A-Z][ -~]{10,150}[.!?]$", 400)]
    [InlineData(ChatSpeaker.Robot, ChatLanguage.Chinese, "^[\u4e00-\u9fff0-9，]{8,60}[。？]$", 100)]
    [InlineData(ChatSpeaker.Agent, ChatLanguage.Chinese, "^[\u4e00-\u9fff0-9，]{8,60}[。？]$", 100)]
    public void Lines_vary_and_are_short_enough_for_any_chat(
        ChatSpeaker speaker, ChatLanguage language, string form, int distinctMin)
    {
        var random = new SeededRandom(1);
        var lines = Enumerable.Range(0, 500)
            .Select(_ => new BogusReplies().LineOf(random.Next(), speaker, language))
            .ToList();

        Assert.InRange(lines.Distinct().Count(), distinctMin, 500);
        Assert.All(lines, l => Assert.Matches(form, l));
    }

    private static SpaceSettings Counted(int count, int startingAt = 1001) => new()
    {
        Agents = [],
        Population = new(count, new AgentSettings { WorkNo = startingAt }),
    };
}
