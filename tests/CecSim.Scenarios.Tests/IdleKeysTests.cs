namespace CecSim.Scenarios.Tests;

/// <summary>A setting that is read and does nothing is told, so that nobody waits for its effect.</summary>
public sealed class IdleKeysTests
{
    private const string Click = "{ name: v, type: voiceClickToDial }";

    [Theory]
    [InlineData("{ name: a }", "s.yaml:3:13")]
    [InlineData("{ name: a, type: video }", "s.yaml:3:30")]
    [Shows("10.1/voice-and-video-queues-told")]
    public void A_queue_to_which_nothing_leads_is_told(string queue, string place)
    {
        var warning = Assert.Single(Warnings($"queues:  [{queue}]"));

        Assert.StartsWith($"{place}: warning: nothing leads to 'a': no called route does,", warning);
    }

    [Theory]
    [InlineData("chat", "nobody is told this number: a text session has no access code")]
    [InlineData("v", "nobody is told this number: the first of 'v' is told")]
    public void A_number_that_nobody_is_told_is_told(string queue, string why) => Assert.Equal(
        [$"s.yaml:6:30: warning: {why}"],
        Warnings(
            $"queues: [{Click}, {{ name: chat, type: multimedia }}]\n  calledRoutes:\n" +
            $"  - {{ accessCode: 1, queue: v }}\n  - {{ accessCode: 12, queue: {queue} }}"));

    [Fact]
    public void A_zone_without_hours_is_told() => Assert.Equal(
        ["s.yaml:3:33: warning: 'timeZone' says nothing without 'workingHours'"],
        Warnings("channels: [{ id: a, timeZone: Europe/Berlin }]"));

    [Theory]
    [InlineData("[{ workNo: 1001, type: voice, maxChats: 2 }]", "3:51")]
    [InlineData("{ count: 2, type: video, maxChats: 2 }", "3:46")]
    [InlineData("{ count: 2, list: [{ workNo: 101, type: voice, maxChats: 2 }] }", "3:68")]
    public void Text_sessions_of_an_agent_who_has_none_are_told(string agents, string place) => Assert.Equal(
        [$"s.yaml:{place}: warning: 'maxChats' says nothing: a voice or video agent has no text sessions"],
        Warnings($"agents: {agents}"));

    [Theory]
    [InlineData("validateWithin: 1s", "3:36: warning: 'validateWithin' says nothing without 'validateUrl'")]
    [InlineData(
        "certificateFile: a.pem, validateUrl: \"http://a\"",
        "3:37: warning: 'certificateFile' says nothing unless 'validateUrl' begins with https")]
    public void A_setting_for_a_validation_that_does_not_come_to_pass_is_told(string keys, string told) =>
        Assert.Equal([$"s.yaml:{told}"], Warnings($"connectionBar: {{ {keys} }}"));

    [Theory]
    [InlineData($"queues: [{Click}]\n  calledRoutes: [{{ accessCode: 1, queue: v }}]")]
    [InlineData("channels: [{ id: a, timeZone: Europe/Berlin, workingHours: { from: \"09:00\", to: \"18:00\" } }]")]
    [InlineData("agents: { count: 2, maxChats: 2 }")]
    [InlineData("connectionBar: { certificateFile: a.pem, validateWithin: 1s, validateUrl: \"https://a\" }")]
    public void A_setting_that_does_something_is_not(string keys) => Assert.Empty(Warnings(keys));

    private static IEnumerable<string> Warnings(string keys)
    {
        var load = ScenarioFiles.Parse(Story.File, $"name: a\nspace:\n  {keys}\n");
        Assert.Empty(load.Complaints);
        return load.Scenarios.Count == 1 ? load.Warnings.Select(w => $"{w}") : [];
    }
}
