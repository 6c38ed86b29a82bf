namespace CecSim.Simulation.Tests.RandomClients;

/// <summary>One client, with its own account of what its tokens are worth.</summary>
internal sealed class RandomClient(string userId)
{
    public string UserId { get; } = userId;

    public string AccessToken { get; set; } = "";

    public DateTimeOffset AccessTokenEndsAt { get; set; }

    public string MessagingToken { get; set; } = "";

    public DateTimeOffset MessagingTokenEndsAt { get; set; }

    public List<HeldPoll<CallEvent>> Polls { get; } = [];

    public long LastEventNumber { get; set; }

    public bool HoldsLiveTokensAt(DateTimeOffset now) => now < AccessTokenEndsAt && now < MessagingTokenEndsAt;
}
