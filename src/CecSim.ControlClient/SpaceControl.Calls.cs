using System.Globalization;

namespace CecSim.ControlClient;

/// <content>Its calls.</content>
public sealed partial class SpaceControl
{
    /// <summary>The calls that live and the last ones that ended, the oldest first.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<IReadOnlyList<CallDetails>> ListCallsAsync(CancellationToken cancellationToken = default) =>
        (await _channel.GetAsync($"{_path}/calls", ControlContractJson.Default.CallList, cancellationToken)
            .ConfigureAwait(false)).Calls;

    /// <summary>Some of the calls, the latest of them, and how many there are.</summary>
    /// <param name="text">Only those whose user or id has it in it; null for all.</param>
    /// <param name="limit">So many at most; null for all.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<CallList> FindCallsAsync(
        string? text, int? limit = null, CancellationToken cancellationToken = default) =>
        _channel.GetAsync(
            $"{_path}/calls" + ControlChannel.QueryOf(("text", text), ("limit", Number(limit))),
            ControlContractJson.Default.CallList,
            cancellationToken);

    /// <summary>What the gateway heard and saw of a call. Fails while no INVITE has come for it.</summary>
    /// <param name="callId">The call's id.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<CallMedia> ReadMediaAsync(long callId, CancellationToken cancellationToken = default) =>
        _channel.GetAsync(
            string.Create(CultureInfo.InvariantCulture, $"{_path}/calls/{callId}/media"),
            ControlContractJson.Default.CallMedia,
            cancellationToken);

    /// <summary>
    /// What the gateway heard and saw of the phone that a call's agent answered at. Fails while there is none.
    /// </summary>
    /// <param name="callId">The call's id.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<CallMedia> ReadAgentMediaAsync(long callId, CancellationToken cancellationToken = default) =>
        _channel.GetAsync(
            string.Create(CultureInfo.InvariantCulture, $"{_path}/calls/{callId}/media/agent"),
            ControlContractJson.Default.CallMedia,
            cancellationToken);

    /// <summary>What passed between the parties of a call, over all protocols.</summary>
    /// <param name="callId">The call's id.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<CallLadder> ReadLadderAsync(long callId, CancellationToken cancellationToken = default) =>
        _channel.GetAsync(
            string.Create(CultureInfo.InvariantCulture, $"{_path}/calls/{callId}/ladder"),
            ControlContractJson.Default.CallLadder,
            cancellationToken);

    /// <summary>The SIP of a call, and where the server keeps them the packets of its media, for Wireshark.</summary>
    /// <param name="callId">The call's id.</param>
    /// <param name="decrypted">
    /// Whether media are to be as they were meant, where they had passed sealed. Otherwise they are as they
    /// passed, with the keys of their DTLS.
    /// </param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<CallPcap> ReadPcapAsync(
        long callId, bool decrypted = false, CancellationToken cancellationToken = default) =>
        _channel.GetPcapAsync(
            string.Create(
                CultureInfo.InvariantCulture, $"{_path}/calls/{callId}/pcap{(decrypted ? "?decrypted=true" : "")}"),
            cancellationToken);

    /// <summary>
    /// What the server has recorded of a call (<c>serve --record-media DIR</c>), once its media are over: a WAV, an Ogg
    /// with Opus, or an IVF with VP8.
    /// </summary>
    /// <param name="callId">The call's id.</param>
    /// <param name="mid">
    /// The m-line, or <c>both</c> for both sides in stereo: one of <see cref="MediaRecording.Files"/>.
    /// </param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="ControlProblemException">
    /// <c>urn:cecsim:problem:no-recording</c>: there is none, or it is still being written.
    /// </exception>
    public Task<ReadOnlyMemory<byte>> ReadRecordingAsync(
        long callId, string mid, CancellationToken cancellationToken = default) =>
        _channel.GetBytesAsync(
            string.Create(
                CultureInfo.InvariantCulture, $"{_path}/calls/{callId}/recordings/{Uri.EscapeDataString(mid)}"),
            cancellationToken);

    /// <summary>Lets an event come to a call by hand.</summary>
    /// <param name="callId">The call's id.</param>
    /// <param name="item">What its client is told next.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task PushEventAsync(long callId, PushedEvent item, CancellationToken cancellationToken = default) =>
        _channel.PostAsync(
            string.Create(CultureInfo.InvariantCulture, $"{_path}/calls/{callId}/events"),
            new EventPush(item.Event, item.ResultDesc),
            ControlContractJson.Default.EventPush,
            cancellationToken);
}
