using System.Text;
using CecSim.Telephony.WebRtc.Stun;

namespace CecSim.Telephony.WebRtc.Ice;

/// <summary>Answers to the checks of a full agent. A lite agent does no more than that: RFC 8445 section 2.5.</summary>
internal static class ConnectivityCheck
{
    public const int AnswerLengthMax = 256;

    /// <summary>The part of USERNAME that names the receiver: RFC 8445 section 7.2.2.</summary>
    public static string FragmentOf(in StunMessage check)
    {
        var colon = check.Username.IndexOf((byte)':');
        return colon < 0 ? "" : Encoding.UTF8.GetString(check.Username[..colon]);
    }

    public static ReadOnlySpan<byte> Answer(
        Span<byte> buffer,
        in StunMessage check,
        IPEndPoint from,
        IceCredentials own)
    {
        var writer = new StunWriter(buffer, StunType.BindingSuccess, check.TransactionId);
        writer.AddXorMappedAddress(from);
        return writer.Finish(own.Key);
    }

    /// <summary>
    /// RFC 8489 section 9.1.3: 400 for a check that does not say who it is from, 401 for one that lies.
    /// </summary>
    public static ReadOnlySpan<byte> Refuse(Span<byte> buffer, in StunMessage check)
    {
        var writer = new StunWriter(buffer, StunType.BindingError, check.TransactionId);
        if (check.Username.IsEmpty || !check.HasIntegrity)
        {
            writer.AddErrorCode(400, "Bad Request"u8);
        }
        else
        {
            writer.AddErrorCode(401, "Unauthenticated"u8);
        }

        return writer.Finish();
    }

    /// <summary>RFC 8489 section 6.3.1: a request with attributes that must be understood and are not.</summary>
    public static ReadOnlySpan<byte> RefuseUnknown(Span<byte> buffer, in StunMessage check, IceCredentials own)
    {
        var writer = new StunWriter(buffer, StunType.BindingError, check.TransactionId);
        writer.AddErrorCode(420, "Unknown Attribute"u8);
        var unknown = check.UnknownAttributes;
        Span<byte> types = stackalloc byte[unknown.Length * 2];
        for (var i = 0; i < unknown.Length; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(types[(2 * i)..], unknown[i]);
        }

        writer.Add(StunAttribute.UnknownAttributes, types);
        return writer.Finish(own.Key);
    }
}
