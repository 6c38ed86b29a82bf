namespace CecSim.Simulation.Channels;

/// <summary>A service channel; its id is the "Configuration ID" that a client passes as <c>channelId</c>.</summary>
public sealed record ChannelSettings
{
    public const string DemoId = "202403010000000001";

    public string Id { get; init; } = DemoId;

    /// <summary>Answered as <c>webRTCSupported</c> (chapter 5, step 2).</summary>
    public bool WebRtc { get; init; } = true;

    /// <summary>Answered as <c>clickToCallSupported</c>; off, a create is refused with code 7.</summary>
    public bool ClickToCall { get; init; } = true;
}
