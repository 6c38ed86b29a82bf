namespace CecSim.ControlClient;

/// <summary>A space, with all that a CEC client needs to use it.</summary>
/// <param name="Name">Its name on the server.</param>
/// <param name="Scenario">The scenario that it was made from.</param>
/// <param name="Profile">The CEC version that it imitates.</param>
/// <param name="Seed">Where its random draws and ids come from.</param>
/// <param name="AppKey">The <c>app_key</c> of tokenByAkSk, and the header <c>x-app-key</c>.</param>
/// <param name="AppSecret">The <c>app_secret</c> of tokenByAkSk.</param>
/// <param name="TenantSpaceId">The tenant space id.</param>
/// <param name="ChannelIds">The <c>channelId</c>s of applyToken.</param>
/// <param name="Addresses">Where its server listens.</param>
/// <param name="Clock">Its time.</param>
/// <param name="State"><c>running</c>; <c>failed</c> where nothing happens any more until a reset.</param>
/// <param name="Why">What it failed by; null while it runs.</param>
public sealed record SpaceDetails(
    string Name,
    string Scenario,
    string Profile,
    ulong Seed,
    string AppKey,
    string AppSecret,
    string TenantSpaceId,
    IReadOnlyList<string> ChannelIds,
    IReadOnlyList<string> Addresses,
    ClockState Clock,
    string State = "running",
    string? Why = null);
