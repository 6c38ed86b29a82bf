using System.Globalization;

namespace CecSim.Testing;

/// <summary>
/// What the gateway hears and sees of one side of a call. Media run in real time even where the space's is frozen, so
/// what shall come is waited for.
/// </summary>
public sealed class CecCallMedia
{
    private static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(50);

    private readonly long _callId;
    private readonly Func<long, CancellationToken, Task<CallMedia>> _read;

    internal CecCallMedia(long callId, Func<long, CancellationToken, Task<CallMedia>> read)
    {
        _callId = callId;
        _read = read;
    }

    /// <summary>The media as they stand, or stood at their end.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>Null while there are none: no INVITE has come, or no agent has answered at a phone.</returns>
    public async Task<CallMedia?> ReadAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return await _read(_callId, cancellationToken).ConfigureAwait(false);
        }
        catch (ControlProblemException e) when (e.Code == ProblemCode.NoMedia)
        {
            return null;
        }
    }

    /// <summary>Fails the test unless ICE finds a way and the DTLS handshake ends well.</summary>
    /// <param name="within">How long to wait for it, in real time; null for 5 s.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CecAssertionException">They did not connect; the message says how far they came.</exception>
    public Task ShouldHaveConnectedAsync(TimeSpan? within = null, CancellationToken cancellationToken = default) =>
        ShouldAsync("have connected", m => m.ConnectedAfterMs is not null, within, cancellationToken);

    /// <summary>
    /// Fails the test unless the client is heard: a packet of -50 dBov or louder comes from it. It fails too where
    /// sound comes and nothing tells how loud it is (<see cref="CallMedia.HeardAudio"/> is null), and says so.
    /// </summary>
    /// <param name="within">How long to wait for it, in real time; null for 5 s.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CecAssertionException">
    /// It was silent, or nobody can tell; the message says what came.
    /// </exception>
    public Task ShouldHaveHeardAudioAsync(TimeSpan? within = null, CancellationToken cancellationToken = default) =>
        ShouldAsync("have heard audio", m => m.HeardAudio == true, within, cancellationToken);

    /// <summary>Fails the test unless the client is seen: a key frame comes from it.</summary>
    /// <param name="within">How long to wait for it, in real time; null for 5 s.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CecAssertionException">No key frame came; the message says what did.</exception>
    public Task ShouldHaveSeenVideoAsync(TimeSpan? within = null, CancellationToken cancellationToken = default) =>
        ShouldAsync("have seen video", m => m.SawVideo, within, cancellationToken);

    /// <summary>Fails the test when audio went one way only, or pictures stood still, for 2 s or more.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="CecAssertionException">They did, or there were no media; the message says more.</exception>
    public Task ShouldHaveFlowedAsync(CancellationToken cancellationToken = default) => ShouldAsync(
        "have flowed both ways", m => !m.OneWayAudio && !m.FrozenVideo, TimeSpan.Zero, cancellationToken);

    private async Task ShouldAsync(
        string what, Func<CallMedia, bool> holds, TimeSpan? within, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var media = await ReadAsync(cancellationToken).ConfigureAwait(false);
            if (media is not null && holds(media))
            {
                return;
            }

            if (media?.End is not null || TimeProvider.System.GetElapsedTime(began) >= (within ?? DefaultWait))
            {
                throw CecAssertionException.Of(
                    $"The media of call {_callId} should {what}.",
                    media is null
                        ? ["  - it has none: no INVITE has come, or nobody answered at a phone"]
                        : LinesOf(media));
            }

            await Task.Delay(LookEvery, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        }
    }

    private static IEnumerable<string> LinesOf(CallMedia media) =>
    [
        $"  - ICE {EnumWords.Of(media.Ice.State)}, {media.Ice.Remote ?? "nobody"} to {media.Ice.Local ?? "nowhere"}",
        $"  - DTLS {EnumWords.Of(media.Dtls.State)}" + (media.Dtls.Reason is { } why ? $": {why}" : ""),
        .. media.Lines.Select(LineOf),
        .. media.HeardAudio is null
            ? ["  - how loud the sound was is not known: the client sends no levels (RFC 6464)"]
            : Array.Empty<string>(),
        .. media.End is { } end ? [$"  - over: {EnumWords.Of(end)}"] : Array.Empty<string>(),
    ];

    private static string LineOf(MediaLine line) => line.Codec is not { } codec
        ? $"  - {line.Kind} {EnumWords.Of(line.State)}: {line.Reason}"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"  - {EnumWords.Of(codec)} {EnumWords.Of(line.Direction)}: {line.PacketsIn} packets in, " +
            $"{line.PacketsOut} out, {line.LostIn} lost, " +
            $"{line.VoicedPackets} voiced, {line.KeyFramesIn} key frames, one way for " +
            $"{line.OnlyInSeconds + line.OnlyOutSeconds} s, frozen for {line.FrozenSeconds} s" +
            $"{(line.Reason is { } why ? $"; {EnumWords.Of(line.State)}: {why}" : "")}");
}
