using System.Collections.Concurrent;

namespace Floor;

/// <summary>Who has asked for a token. A customer's number is the call's too.</summary>
internal sealed class Customers
{
    private readonly ConcurrentDictionary<string, Customer> _byUser = new();
    private readonly ConcurrentDictionary<long, Customer> _byNumber = new();
    private long _lastNumber;

    public IEnumerable<Customer> All => _byUser.Values;

    public Customer Find(string user) => _byUser.GetOrAdd(user, Make);

    public Customer? Find(long number) => _byNumber.GetValueOrDefault(number);

    public void Forget()
    {
        ReleaseAll();
        _byUser.Clear();
        _byNumber.Clear();
    }

    public void ReleaseAll()
    {
        foreach (var customer in All)
        {
            customer.Answer();
        }
    }

    private Customer Make(string user)
    {
        var customer = new Customer(user, Interlocked.Increment(ref _lastNumber));
        _byNumber[customer.Number] = customer;
        return customer;
    }
}
