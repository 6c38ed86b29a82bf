namespace CecSim.Telephony.Tests.Media;

/// <summary>
/// What the RTCP of one direction asks for and tells, read from its bytes: RFC 3550 section 6.4, RFC 4585 section 6.
/// </summary>
internal sealed class RtcpCount
{
    private const int SenderReport = 200;
    private const int ReceiverReport = 201;
    private const int TransportFeedback = 205;
    private const int PayloadFeedback = 206;

    private readonly Dictionary<uint, Requests> _requests = [];
    private readonly Dictionary<(uint Ssrc, uint Time), TimeSpan> _reportsLate = [];
    private readonly Dictionary<uint, (uint LastReport, TimeSpan Late)> _answers = [];

    /// <summary>What is asked for of one sender, by its SSRC.</summary>
    public Requests Of(uint ssrc)
    {
        if (!_requests.TryGetValue(ssrc, out var requests))
        {
            _requests[ssrc] = requests = new Requests();
        }

        return requests;
    }

    public void Sent(ReadOnlySpan<byte> compound) => Read(compound, late: null);

    /// <param name="late">How long it was on its way.</param>
    public void Arrives(ReadOnlySpan<byte> compound, TimeSpan late) => Read(compound, late);

    /// <summary>How long the last answer to a sender's report and that report were on their ways.</summary>
    /// <param name="there">The direction in which the sender's reports go; this one has the answers.</param>
    public TimeSpan RoundTripOf(uint ssrc, RtcpCount there)
    {
        var (report, late) = _answers[ssrc];
        return there._reportsLate[(ssrc, report)] + late;
    }

    private void Read(ReadOnlySpan<byte> compound, TimeSpan? late)
    {
        while (compound.Length >= 4)
        {
            var length = 4 * (1 + BinaryPrimitives.ReadUInt16BigEndian(compound[2..]));
            var packet = compound[..length];
            compound = compound[length..];
            switch (packet[1], packet[0] & 0x1F, late)
            {
                case (SenderReport, var blocks, { } time):
                    _reportsLate[(At(packet, 4), (At(packet, 8) << 16) | (At(packet, 12) >> 16))] = time;
                    ReadBlocks(packet[28..], blocks, time);
                    break;
                case (ReceiverReport, var blocks, { } time):
                    ReadBlocks(packet[8..], blocks, time);
                    break;
                case (TransportFeedback, 1, var arrives):
                    Of(At(packet, 8)).Nack(arrives is not null);
                    break;
                case (PayloadFeedback, 1, var arrives):
                    Of(At(packet, 8)).KeyFrame(arrives is not null);
                    break;
                case (PayloadFeedback, 4, var arrives):
                    Of(At(packet, 12)).KeyFrame(arrives is not null);
                    break;
            }
        }
    }

    private void ReadBlocks(ReadOnlySpan<byte> blocks, int count, TimeSpan late)
    {
        for (; count > 0; count--, blocks = blocks[24..])
        {
            if (At(blocks, 16) is not 0 and var lastReport)
            {
                _answers[At(blocks, 0)] = (lastReport, late);
            }
        }
    }

    private static uint At(ReadOnlySpan<byte> packet, int offset) =>
        BinaryPrimitives.ReadUInt32BigEndian(packet[offset..]);

    internal sealed class Requests
    {
        public int Nacks { get; private set; }

        public int NacksArrived { get; private set; }

        public int KeyFrames { get; private set; }

        public int KeyFramesArrived { get; private set; }

        public void Nack(bool arrives) => _ = arrives ? NacksArrived++ : Nacks++;

        public void KeyFrame(bool arrives) => _ = arrives ? KeyFramesArrived++ : KeyFrames++;
    }
}
