using System.Text;

namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>User fragment and password of one side: RFC 8839 section 5.4.</summary>
internal sealed record IceCredentials(string Fragment, string Password)
{
    private const int FragmentLength = 8;
    private const int PasswordLength = 24;

    public byte[] Key { get; } = Encoding.UTF8.GetBytes(Password);

    public static IceCredentials New(RandomSource random) =>
        new(random.IceText(FragmentLength), random.IceText(PasswordLength));
}
