/* The same, as it should be. */
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
    FenceLeave(&Meadow->North);
    return sheep;
}

void MeadowMove(struct meadow *Meadow)
{
    int north;
    int south;

    FenceClose(&Meadow->North, &north);
    FenceClose(&Meadow->South, &south);
    Meadow->Sheep++;
    FenceOpen(&Meadow->South, south);
    FenceOpen(&Meadow->North, north);
}

int MeadowShelter(struct meadow *Meadow)
{
    HallEnter(&Meadow->Hall);
    HallEnter(&Meadow->Hall);
    Meadow->Sheep = 0;
    HallLeave(&Meadow->Hall);
    HallLeave(&Meadow->Hall);
    return 0;
}
