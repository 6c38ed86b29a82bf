namespace CecSim.Scenarios.Tests;

/// <summary>What a tenant has been granted (Connection Bar, 4.1), against the agents that a file gives it.</summary>
public sealed class ResourcesTests
{
    [Theory]
    [InlineData("voice")]
    [InlineData("video")]
    [InlineData("multimedia")]
    [InlineData("versatile")]
    [Shows("10.5/agents-within-quota")]
    public void More_agents_of_a_type_than_the_tenant_has_are_reported(string type)
    {
        Assert.Empty(
            Complaints($"{type}Agents: 2", $"[{{ workNo: 101, type: {type} }}, {{ workNo: 102, type: {type} }}]"));
        Assert.Equal(
            [$"s.yaml:4:{type.Length + 24}: the space has 3 agents of the type {type}, more than '{type}Agents'"],
            Complaints($"{type}Agents: 2", $"{{ count: 2, type: {type}, list: [{{ workNo: 101, type: {type} }}] }}"));
    }

    [Fact]
    [Shows("10.5/intelligent-within-quota")]
    public void So_are_more_intelligent_agents() => Assert.Equal(
        ["s.yaml:4:35: the space has 2 agents that are intelligent, more than 'intelligentAgents'"],
        Complaints(
            "intelligentAgents: 1",
            "[{ workNo: 101, intelligent: true }, { workNo: 102, type: voice, intelligent: true }, { workNo: 103 }]"));

    [Fact]
    public void Numbers_are_not_negative() => Assert.Equal(
        ["s.yaml:4:41: '-1' is not a number; allowed: 0 to 1000000"],
        Complaints("maxConcurrentVoiceCalls: -1", "[]"));

    [Fact]
    public void A_scope_has_the_interfaces_that_need_a_token() => Assert.Equal(
        [
            "s.yaml:4:11: 'tokenByAkSk' is not an interface; allowed: applyToken, checkClickToCallSupport, " +
            "createClickToCall, getClickToCallEvents, dropClickToCall, send, sendAsync, poll, queryQueueInfo, " +
            "uploadFileStream, downloadFileStream, doLeaveMessage, queryHistoryChatMessage, queryAgentInfo, " +
            "querySysInfo, queryAgentInfoByAccount",
        ],
        Story.Complaints(Story.Head + "space:\n  scope: [tokenByAkSk]\n"));

    private static IEnumerable<string> Complaints(string resource, string agents) => Story.Complaints(
        $"{Story.Head}space:\n  resources: {{ {resource} }}\n  agents: {agents}\n");
}
