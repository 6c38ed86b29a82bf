using System.Security.Cryptography;
using System.Text;

namespace CecSim.Simulation.Tokens;

/// <summary>Compares secrets so that the time it takes tells nothing of them.</summary>
public static class Secrets
{
    /// <summary>By their hashes, so that not even the length of the right one shows.</summary>
    public static bool AreEqual(string presented, string right) =>
        CryptographicOperations.FixedTimeEquals(HashOf(presented), HashOf(right));

    private static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
