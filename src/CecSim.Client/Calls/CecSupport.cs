namespace CecSim.Client.Calls;

/// <summary>The answer of checkClickToCallSupport (chapter 5, step 2). The two say nothing about each other.</summary>
/// <param name="WebRtc">Whether the tenant has WebRTC.</param>
/// <param name="ClickToCall">Whether the channel has click-to-call.</param>
public sealed record CecSupport(bool WebRtc, bool ClickToCall);
