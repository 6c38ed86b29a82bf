using CecSim.Client.Exchanges;
using CecSim.Client.Tokens;
using FsCheck;
using FsCheck.Fluent;

namespace CecSim.Client.Tests.Tokens;

/// <summary>One token, whatever its callers, its end and the fetching of it do.</summary>
public sealed class TokenCacheTests
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    // 0: somebody asks. 1 to 4: somebody was refused with the latest token, the one before …
    // 5: the fetching ends well. 6: it fails. 7: time passes to within the margin.
    private static readonly Gen<int[]> Moves = Gen.Choose(0, 7).ArrayOf();

    [Fact]
    public void Nothing_is_ever_fetched_twice_for_one_failure() => Prop.ForAll(
        Moves.ToArbitrary(), moves => PlayAsync(moves).GetAwaiter().GetResult())
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static async Task PlayAsync(int[] moves)
    {
        var time = new WatchedTime();
        using var fetches = new Fetches(time);
        var cell = new TokenCache(fetches.FetchAsync, Margin, time);
        var fetched = new List<Token>();
        var waiting = new List<Task<TokenResult>>();
        Token? good = null;

        foreach (var move in moves)
        {
            if (move <= 4)
            {
                var refused = move == 0 || move > fetched.Count ? null : fetched[^move];
                good = ReferenceEquals(refused, good) ? null : good;
                var mustFetch = good is null || good.IsNearItsEnd(Margin, time);
                var isBegun = fetches.Current is not null;

                var asked = cell.GetAsync(refused, CancellationToken.None);

                // Who finds a good token has it at once; all others wait for one and the same fetching.
                Assert.Equal(mustFetch, !asked.IsCompleted);
                Assert.All(waiting.Where(w => mustFetch && !w.IsCompleted), w => Assert.Same(w, asked));
                waiting.Add(asked);
                if (mustFetch && !isBegun)
                {
                    await fetches.WhenBegunAsync();
                }
            }
            else if (move == 7)
            {
                time.Advance(Lifetime - Margin);
            }
            else if (fetches.Current is not null)
            {
                good = fetches.End(isSuccess: move == 5) ?? good;
                var results = await Task.WhenAll(waiting);
                waiting.Clear();
                fetched.AddRange(results.OfType<TokenResult.Ready>().Select(r => r.Token).Distinct().Except(fetched));
            }

            Assert.Equal(fetches.Expected(move), fetches.Count);
        }
    }

    /// <summary>Fetches that end when the story says so, counted against what the story calls for.</summary>
    private sealed class Fetches(TimeProvider time) : IDisposable
    {
        private readonly SemaphoreSlim _begun = new(0);
        private int _count;
        private int _expected;

        public TaskCompletionSource<TokenResult>? Current { get; private set; }

        public int Count => Volatile.Read(ref _count);

        public int Expected(int move) => move < 0 ? 0 : _expected;

        public Task<TokenResult> FetchAsync()
        {
            Assert.Null(Current);
            Interlocked.Increment(ref _count);
            Current = new TaskCompletionSource<TokenResult>();
            _begun.Release();
            return Current.Task;
        }

        public Task WhenBegunAsync()
        {
            _expected++;
            return _begun.WaitAsync(TestContext.Current.CancellationToken);
        }

        public Token? End(bool isSuccess)
        {
            var (ending, token) = (Current!, new Token($"t{_count}", time.GetTimestamp(), Lifetime));
            Current = null;
            ending.SetResult(isSuccess
                ? new TokenResult.Ready(token)
                : new TokenResult.None(new Attempt.Unauthorized("applyToken", 401, null), 1));
            return isSuccess ? token : null;
        }

        public void Dispose() => _begun.Dispose();
    }
}
