/* Each mode is given back by its own function, and with the state that its own acquire saved. */
struct fence {
    int Level;
};

struct meadow {
    struct fence North;
    struct fence South;
    struct fence Hall;
    int Sheep;
};

void FenceClose(struct fence *Fence, int *Saved);
void FenceOpen(struct fence *Fence, int Saved);
int FencePass(struct fence *Fence);
void FenceLeave(struct fence *Fence);
void HallEnter(struct fence *Hall);
void HallLeave(struct fence *Hall);

int MeadowCount(struct meadow *Meadow)
{
    int sheep;

    if (FencePass(&Meadow->North) < 0) {
        return -1;
    }
    sheep = Meadow->Sheep;
    FenceOpen(&Meadow->North, 0);  // expect: own/fence_shared lock=&Meadow->North acquire=24 kind=wrong-release
    return sheep;
}

void MeadowMove(struct meadow *Meadow)
{
    int north;
    int south;

    FenceClose(&Meadow->North, &north);
    FenceClose(&Meadow->South, &south);
    Meadow->Sheep++;
    FenceOpen(&Meadow->South, north);  // expect: own/fence_exclusive lock=&Meadow->South acquire=38 kind=wrong-release
    FenceOpen(&Meadow->North, north);
}

int MeadowShelter(struct meadow *Meadow)
{
    HallEnter(&Meadow->Hall);
    if (Meadow->Sheep) {
        return -1;  // expect: own/hall lock=&Meadow->Hall acquire=46
    }
    HallLeave(&Meadow->Hall);
    return 0;
}
