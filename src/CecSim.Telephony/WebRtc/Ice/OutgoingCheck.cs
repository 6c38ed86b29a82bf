using System.Text;
using CecSim.Telephony.WebRtc.Stun;

namespace CecSim.Telephony.WebRtc.Ice;

/// <summary>A check of the controlling side, sent again until it is answered: RFC 8445 section 7.2.</summary>
internal sealed class OutgoingCheck(IPEndPoint target, bool nominates, RandomSource random)
{
    public const int LengthMax = 400;

    private const int TransactionLength = 12;

    // The priority that the pair would have if this side's address were seen for the first time: section 7.1.1.
    private static readonly byte[] Priority = [0x6E, 0x7F, 0x1E, 0xFF];

    private readonly byte[] _transaction = random.Bytes(TransactionLength);

    public IPEndPoint Target => target;

    public SocketAddress Address { get; } = target.Serialize();

    public bool Nominates => nominates;

    public long SentAt { get; set; }

    public int Repeats { get; set; }

    public bool IsAnsweredBy(in StunMessage answer, SocketAddress from) =>
        answer.TransactionId.SequenceEqual(_transaction) && Address.Equals(from);

    public ReadOnlySpan<byte> Write(
        Span<byte> buffer, IceCredentials own, IceCredentials remote, ReadOnlySpan<byte> tieBreaker)
    {
        var writer = new StunWriter(buffer, StunType.BindingRequest, _transaction);
        writer.Add(StunAttribute.Username, Encoding.UTF8.GetBytes($"{remote.Fragment}:{own.Fragment}"));
        writer.Add(StunAttribute.Priority, Priority);
        writer.Add(StunAttribute.IceControlling, tieBreaker);
        if (nominates)
        {
            writer.Add(StunAttribute.UseCandidate, []);
        }

        return writer.Finish(remote.Key);
    }
}
