using CecSim.Client.Chat;

namespace CecSim.LoadTests.Profiles;

/// <summary>Whole text sessions: connect, a line to the agent, the agent's answer, disconnect.</summary>
internal sealed class Chat : ILoadProfile
{
    // As long as the scenario has its agents think.
    private static readonly TimeSpan Thinking = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public string Name => "chat";

    public string Summary => "Text sessions at a rate: connect, a line, the agent's answer, disconnect.";

    public LoadDefaults Defaults { get; } = new(RatePerSecond: 50, Held: null, TimeSpan.FromSeconds(20));

    public bool CanMeasure(LoadServer server) => server.HasControl && server.Name != LoadServer.Floor;

    public async Task RunAsync(LoadSession session, CancellationToken ends)
    {
        var space = await session.SpaceAsync(Scenarios.Chatty(Thinking), isFrozen: false, ends);
        var cec = session.Client(space);
        session.Phase($"{session.Settings.RatePerSecond:0} text sessions a second");
        await session.InjectAsync(
            new Inject(session.Settings.RatePerSecond, session.Settings.For),
            (number, intended) => session.TryAsync(async () =>
            {
                var customer = cec.Customer(new CecCustomerIdentity
                {
                    UserId = $"chat-{number}",
                    UserName = $"chat-{number}",
                    ChannelId = space.Credentials.ChannelId,
                });
                if (await TalkAsync(session, customer, ends))
                {
                    session.Tally.Answered("whole session", TimeProvider.System.GetElapsedTime(intended));
                }
            }),
            ends);
        await session.LeaveAsync(space);
    }

    private static async Task<bool> TalkAsync(LoadSession session, CecCustomer customer, CancellationToken ends)
    {
        var isSent = await SendAsync(session, customer, CecMessage.Connect, ends);
        if (!isSent || !await HearsAgentAsync(session, customer, "connect to the agent's first line", ends))
        {
            return false;
        }

        await SendAsync(session, customer, CecMessage.Text("My parcel has not come."), ends);
        return await HearsAgentAsync(session, customer, "line to the agent's answer", ends)
            && await SendAsync(session, customer, CecMessage.Disconnect, ends);
    }

    private static async Task<bool> SendAsync(
        LoadSession session, CecCustomer customer, CecMessage message, CancellationToken ends)
    {
        var begin = TimeProvider.System.GetTimestamp();
        if (await customer.SendAsync(message, ends) is CecResult<CecReceipt>.Success)
        {
            session.Tally.Answered("send", TimeProvider.System.GetElapsedTime(begin));
            return true;
        }

        session.Tally.Failed("send was refused");
        return false;
    }

    private static async Task<bool> HearsAgentAsync(
        LoadSession session, CecCustomer customer, string what, CancellationToken ends)
    {
        var begin = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(begin) < Patience)
        {
            var polled = await customer.PollAsync(cancellationToken: ends);
            if (polled is CecResult<IReadOnlyList<CecChatMessage>>.Success { Value: { } messages }
                && messages.Any(m => m.SourceType == "AGENT"))
            {
                session.Tally.Answered(what, TimeProvider.System.GetElapsedTime(begin));
                return true;
            }
        }

        session.Tally.Failed($"no agent wrote within {Patience.TotalSeconds:0} s");
        return false;
    }
}
