using System.Security.Cryptography;
using System.Text;

namespace CecSim.Fidelity;

/// <summary>A small change of the product that makes one claim false.</summary>
/// <param name="File">From the root, with slashes.</param>
/// <param name="From">A text that stands in the file once: an expression, or a statement.</param>
/// <param name="To">What stands there when the claim is false.</param>
internal sealed record Falsification(string File, string From, string To)
{
    /// <summary>Tells whether a result belongs to this change and these tests, wherever the file was moved.</summary>
    public string HashWith(IEnumerable<string> tests) => Convert.ToHexString(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [From, To, .. tests]))))[..12];
}
