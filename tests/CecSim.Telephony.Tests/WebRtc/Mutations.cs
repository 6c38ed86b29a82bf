namespace CecSim.Telephony.Tests.WebRtc;

/// <summary>Turns good input into bad, the same way for the same seed.</summary>
internal sealed class Mutations(int seed, IReadOnlyList<byte[]> samples)
{
    private readonly Random _random = new(seed);

    public byte[] Next()
    {
        var mutated = samples[_random.Next(samples.Count)].ToList();
        for (var times = _random.Next(1, 6); times > 0; times--)
        {
            Mutate(mutated);
        }

        return [.. mutated];
    }

    /// <summary>Has so many of them used: none may throw, nor take more memory than is its due.</summary>
    public void AssertHarmless(int runs, int bytesEach, Action<byte[]> use)
    {
        for (var run = 0; run < runs; run++)
        {
            var input = Next();
            var before = GC.GetAllocatedBytesForCurrentThread();
            use(input);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (allocated > bytesEach + 100_000)
            {
                Assert.Fail($"Input {run} took {allocated} bytes: {Convert.ToHexString(input)}");
            }
        }
    }

    private void Mutate(List<byte> bytes)
    {
        var at = _random.Next(bytes.Count + 1);
        switch (_random.Next(6))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)(_random.Next(2) == 0 ? 0xFF : 0);
                break;
            case 2:
                bytes.RemoveRange(at, Math.Min(_random.Next(20), bytes.Count - at));
                break;
            case 3:
                bytes.InsertRange(at, bytes.Skip(_random.Next(bytes.Count + 1)).Take(_random.Next(40)).ToList());
                break;
            case 4 when at < bytes.Count:
                bytes[at] = (byte)_random.Next(256);
                break;
            default:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
        }
    }
}
