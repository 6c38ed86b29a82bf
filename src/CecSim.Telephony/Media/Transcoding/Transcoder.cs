using CecSim.Telephony.Media.Bridging;

namespace CecSim.Telephony.Media.Transcoding;

/// <summary>
/// Takes a frame that is done.
/// </summary>
/// <param name="timestamp">In the clock of the codec that it is in.</param>
/// <param name="begins">It has nothing to do with those before.</param>
/// <param name="level">In dBov.</param>
internal delegate void FrameHandler(ReadOnlySpan<byte> payload, uint timestamp, bool begins, int level);

/// <summary>
/// Turns the payloads of one codec into those of another, one by one as they come: what is lost is filled in for a
/// moment, what comes too late is left out, and a pause of the sender stays a pause.
/// </summary>
internal sealed class Transcoder
{
    /// <summary>Longer than that nobody takes what is made up for sound.</summary>
    private static readonly TimeSpan ConcealMax = TimeSpan.FromMilliseconds(60);

    private readonly SoundDecoder _decoder;
    private readonly SoundEncoder _encoder;
    private readonly int _rate;
    private readonly short[] _decoded;
    private readonly short[] _frame;
    private readonly byte[] _payload = new byte[SoundEncoder.PayloadMax];
    private int _filled;
    private bool _hasStarted;
    private bool _begins;
    private uint _ssrc;
    private ushort _sequence;
    private uint _expected;
    private uint _timestamp;

    /// <param name="frameTime">Of what it makes; Opus has 10, 20, 40 and 60 ms.</param>
    public Transcoder(Codec from, Codec to, TimeSpan frameTime)
    {
        (From, To, FrameTime) = (from, to, frameTime);

        // Each has the rates of those that are slower; what these cannot have need not be made.
        _rate = Math.Min(from.SampleRate(), to.SampleRate());
        _decoder = SoundDecoder.Of(from, _rate);
        _encoder = SoundEncoder.Of(to, _rate, frameTime);
        _decoded = new short[_rate * SoundDecoder.MillisecondsMax / 1000];
        _frame = new short[_rate / 1000 * (int)frameTime.TotalMilliseconds];
    }

    public Codec From { get; }

    public Codec To { get; }

    public TimeSpan FrameTime { get; }

    /// <param name="take">Is given each frame that is full by this packet.</param>
    public void Put(in ForwardedPacket packet, FrameHandler take)
    {
        if (!_hasStarted || packet.Leaps || packet.Ssrc != _ssrc || !TryFollow(packet, take))
        {
            Restart(packet);
        }

        if (packet.Sequence == _sequence && _hasStarted)
        {
            // It came too late, or twice.
            return;
        }

        var count = _decoder.Decode(packet.Payload, _decoded);
        if (count == 0)
        {
            return;
        }

        (_hasStarted, _sequence) = (true, packet.Sequence);
        _expected = packet.Timestamp + InUnits(count, From.ClockRate());
        Fill(_decoded.AsSpan(0, count), take);
    }

    private uint InUnits(int samples, int clockRate) => (uint)((long)samples * clockRate / _rate);

    private void Restart(in ForwardedPacket packet)
    {
        (_hasStarted, _begins, _filled) = (false, true, 0);
        _ssrc = packet.Ssrc;
    }

    /// <summary>False for what has nothing to do with what came before.</summary>
    private bool TryFollow(in ForwardedPacket packet, FrameHandler take)
    {
        var missing = (int)(packet.Timestamp - _expected);
        var numbers = (short)(packet.Sequence - _sequence);
        if (Math.Abs((long)missing) > 10L * From.ClockRate())
        {
            return false;
        }

        if (missing < 0 || numbers <= 0)
        {
            _sequence = packet.Sequence;
            return true;
        }

        // Numbers that run on say that nothing was sent in between.
        var gap = (int)((long)missing * _rate / From.ClockRate());
        var concealed = numbers > 1 ? Math.Min(gap, (int)(ConcealMax.TotalMilliseconds * _rate / 1000)) : 0;
        if (concealed > 0)
        {
            _decoder.Conceal(_decoded.AsSpan(0, concealed));
            Fill(_decoded.AsSpan(0, concealed), take);
        }

        Pause(gap - concealed, take);
        return true;
    }

    private void Pause(int samples, FrameHandler take)
    {
        if (samples == 0)
        {
            return;
        }

        // What is there already goes out, and silence fills it up.
        var rest = _filled == 0 ? 0 : Math.Min(samples, _frame.Length - _filled);
        _decoded.AsSpan(0, rest).Clear();
        Fill(_decoded.AsSpan(0, rest), take);
        _timestamp += InUnits(samples - rest, To.ClockRate());
    }

    private void Fill(ReadOnlySpan<short> samples, FrameHandler take)
    {
        while (!samples.IsEmpty)
        {
            var count = Math.Min(samples.Length, _frame.Length - _filled);
            samples[..count].CopyTo(_frame.AsSpan(_filled));
            samples = samples[count..];
            _filled += count;
            if (_filled == _frame.Length)
            {
                var length = _encoder.Encode(_frame, _payload);
                take(_payload.AsSpan(0, length), _timestamp, _begins, Loudness.Of(_frame));
                _timestamp += InUnits(_frame.Length, To.ClockRate());
                (_filled, _begins) = (0, false);
            }
        }
    }
}
