namespace CecSim.LoadTests.Profiles;

/// <summary>All that there are.</summary>
internal static class LoadProfiles
{
    public static IReadOnlyList<ILoadProfile> All { get; } =
        [
            new Tokens(),
            new HeldPolls(),
            new WakeAll(),
            new EventLatency(),
            new CallStorm(),
            new TokenExpiryStorm(),
            new SlowClients(),
            new Chat(),
            new Media(),
            new Bridge(),
            new Transcode(),
            new Soak(),
            new Start(),
            new Advance(),
        ];
}
