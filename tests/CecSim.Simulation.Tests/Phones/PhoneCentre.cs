namespace CecSim.Simulation.Tests.Phones;

/// <summary>A centre with one voice queue, whose agents have SIP accounts: 101 has 8801, 102 has 8802.</summary>
internal static class PhoneCentre
{
    public static SpaceSettings Of(Func<AgentSettings, AgentSettings>? change = null, int agents = 1) => new()
    {
        Queues = [new QueueSettings { Name = "voice", Type = QueueType.VoiceClickToDial }],
        Agents = [.. Enumerable.Range(1, agents).Select(n => AgentOf(n)).Select(change ?? (a => a))],
    };

    private static AgentSettings AgentOf(int number) => new()
    {
        WorkNo = 100 + number,
        AccountCode = $"{10 + number}",
        SipAccount = $"880{number}",
        SipPassword = "secret",
    };
}
