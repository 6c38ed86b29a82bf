namespace CecSim.Telephony.Tests.WebRtc;

public sealed class RandomSourceTests
{
    [Fact]
    public void The_systems_source_never_says_the_same_twice()
    {
        var random = RandomSource.Secure;
        using var one = random.NewAgreement();
        using var other = random.NewAgreement();
        using var identity = random.NewIdentity(TimeProvider.System);
        using var another = random.NewIdentity(TimeProvider.System);

        Assert.NotEqual(random.Bytes(32), random.Bytes(32));
        Assert.NotEqual(one.ExportParameters(true).D, other.ExportParameters(true).D);
        Assert.NotEqual(identity.Fingerprint.ToString(), another.Fingerprint.ToString());
        Assert.NotEqual(identity.Sign([1]), identity.Sign([1]));
    }

    [Fact]
    public void Credentials_use_every_character_of_ICE_and_no_other()
    {
        var seen = new HashSet<char>();
        for (var i = 0; i < 200; i++)
        {
            var credentials = IceCredentials.New(RandomSource.Secure);
            Assert.Equal((8, 24), (credentials.Fragment.Length, credentials.Password.Length));
            seen.UnionWith(credentials.Fragment + credentials.Password);
        }

        Assert.Equal(64, seen.Count);
        Assert.All(seen, c => Assert.True(char.IsAsciiLetterOrDigit(c) || c is '+' or '/'));
    }

    [Fact]
    public void A_seed_says_the_same_again_and_another_seed_something_else()
    {
        Assert.Equal(Draw(1), Draw(1));
        Assert.NotEqual(Draw(1), Draw(2));

        static byte[] Draw(int seed)
        {
            var random = new SeededRandomSource(seed);
            using var agreement = random.NewAgreement();
            using var identity = random.NewIdentity(new ManualTime());
            return
            [
                .. random.Bytes(40),
                .. agreement.ExportParameters(true).D!,
                .. identity.Certificate,
                .. identity.Sign([1, 2, 3]),
            ];
        }
    }

    [Fact]
    public void What_a_seed_signs_is_a_signature_of_its_certificate()
    {
        using var identity = new SeededRandomSource(3).NewIdentity(new ManualTime());
        byte[] said = [1, 2, 3];
        var signature = identity.Sign(said);

        byte[] algorithmAndSignature = [4, 3, 0, (byte)signature.Length, .. signature];

        Assert.True(PeerCertificate.Signed(identity.Certificate, said, algorithmAndSignature));
        Assert.False(PeerCertificate.Signed(identity.Certificate, [1, 2, 4], algorithmAndSignature));
    }
}
